import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {VFile} from 'vfile'
import {formatMessages, readConfiguration, report, type Configuration} from '../runbook/index.ts'
import {read} from './site-files.ts'

/** The site's configuration. @throws one `Error` with every fault of it. */
export function loadConfiguration(siteDir: string): Configuration {
  const {configuration, file} = readFile(siteDir)
  if (configuration === null) throw new Error(`The site is not configured.\n${formatMessages([file])}`)
  return configuration
}

/** The configuration's file with what is wrong with it. */
export function checkConfiguration(siteDir: string): readonly VFile[] {
  return [readFile(siteDir).file]
}

function readFile(siteDir: string): {readonly configuration: Configuration | null; readonly file: VFile} {
  const path = 'docs/passerelle.yaml'
  const text = existsSync(join(siteDir, path)) ? read(siteDir, join(siteDir, path)).text : ''
  const {configuration, findings} = readConfiguration(text)
  const file = new VFile({path, value: text})
  report(file, findings)
  return {configuration, file}
}
