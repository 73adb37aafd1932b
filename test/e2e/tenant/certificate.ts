// A self-signed certificate, new at each start: no private key lies in the repository, and no program or package is needed
// to make one. Node signs and exports keys but writes no certificate, so the few fields of X.509 are put together here.
import {generateKeyPairSync, randomBytes, sign} from 'node:crypto'

/** What a TLS server on loopback needs. */
interface Certificate {
  readonly key: string
  readonly cert: string
}

const day = 24 * 60 * 60_000

/** A certificate for these host names, for two days, as PEM. */
export function createCertificate(hosts: readonly string[]): Certificate {
  const {privateKey, publicKey} = generateKeyPairSync('ec', {namedCurve: 'P-256'})
  const signature = sequence(oid('2a8648ce3d040302')) // ecdsa-with-SHA256
  const name = sequence(der(0x31, sequence(oid('550403'), text(0x0c, 'Passerelle end-to-end tests')))) // commonName
  const now = Date.now()
  const alternatives = sequence(...hosts.map(host => text(0x82, host)))
  const extension = sequence(oid('551d11'), der(0x04, alternatives)) // subjectAltName
  const body = sequence(
    der(0xa0, integer(Buffer.from([2]))), // version 3
    integer(Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    signature,
    name,
    sequence(time(now - day), time(now + day)),
    name,
    publicKey.export({type: 'spki', format: 'der'}),
    der(0xa3, sequence(extension)),
  )
  const signed = sign('sha256', body, privateKey)
  return {
    key: privateKey.export({type: 'pkcs8', format: 'pem'}).toString(),
    cert: pem(sequence(body, signature, der(0x03, Buffer.from([0]), signed))),
  }
}

// Distinguished encoding of ASN.1: tag, length, content.
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const {length} = content
  const long = length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...(length < 0x80 ? [length] : long)]), content])
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return der(0x30, ...parts)
}

function integer(value: Buffer): Buffer {
  return der(0x02, value)
}

function oid(hex: string): Buffer {
  return der(0x06, Buffer.from(hex, 'hex'))
}

function text(tag: number, value: string): Buffer {
  return der(tag, Buffer.from(value))
}

function time(milliseconds: number): Buffer {
  // GeneralizedTime: 20261122203000Z
  return text(0x18, `${new Date(milliseconds).toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')}Z`)
}

function pem(content: Buffer): string {
  const lines = content.toString('base64').match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}
