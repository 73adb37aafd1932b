import {project} from './project.ts'
import type {Scan} from './scan.ts'

/**
 * A text as anchors and hashes compare it: NFC, white space runs to one blank, straight quotes, none at the ends.
 * Markup is kept.
 */
export function normalise(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u2018\u2019\u201A\u201B]/g, "'")
    .replace(/[\u201C\u201D\u201E\u201F]/g, '"')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The normalised source projection of an article without its front matter: what `reviewed:` is the hash of. */
export function normalisedSource(scan: Scan): string {
  const source = project(scan, 'source')
  return normalise(source.text.slice(source.bodyStart))
}
