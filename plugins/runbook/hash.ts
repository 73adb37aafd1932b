import {createHash} from 'node:crypto'

/** SHA-256 of a text in UTF-8, as `sha256-<hex>`. */
export function sha256(text: string): string {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('hex')}`
}
