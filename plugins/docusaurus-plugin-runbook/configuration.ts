import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {VFile} from 'vfile'
import {formatMessages, readConfiguration, report, type Configuration} from '../runbook/index.ts'
import {environmentText} from './environment.ts'
import {read} from './site-files.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** The site's configuration: its file, and over it the environment. @throws one `Error` with every fault of both. */
export function loadConfiguration(siteDir: string, environment: Environment = process.env): Configuration {
  const {configuration, files} = readSources(siteDir, environment)
  if (configuration === null) throw new Error(`The site is not configured.\n${formatMessages(files)}`)
  return configuration
}

/** What the configuration is read from, the file and, where it says anything, the environment, with what is wrong. */
export function checkConfiguration(
  siteDir: string,
  environment: Environment = process.env,
): readonly VFile[] {
  return readSources(siteDir, environment).files
}

interface Sources {
  readonly configuration: Configuration | null
  readonly files: readonly VFile[]
}

function readSources(siteDir: string, environment: Environment): Sources {
  const path = 'docs/passerelle.yaml'
  const text = existsSync(join(siteDir, path)) ? read(siteDir, join(siteDir, path)).text : ''
  const written = readSource(path, text)
  const overlay = environmentText(environment)
  if (overlay === null) return written
  const base = written.configuration ?? {url: 'https://not-configured.invalid', signIn: null}
  const said = readSource('environment', overlay, base)
  const files = [...written.files, ...said.files]
  return {configuration: written.configuration === null ? null : said.configuration, files}
}

function readSource(path: string, text: string, base: Partial<Configuration> = {}): Sources {
  const {configuration, findings} = readConfiguration(text, base)
  const file = new VFile({path, value: text})
  report(file, findings)
  return {configuration, files: [file]}
}
