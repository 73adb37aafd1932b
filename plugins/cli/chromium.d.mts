import type {Browser} from 'playwright-core'

export function launchChromium(options?: {
  readonly resolver?: string
  readonly args?: readonly string[]
}): Promise<Browser>
