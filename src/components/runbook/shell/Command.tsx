import type {ReactNode} from 'react'
import styles from './verifier.module.css'

/**
 * A command as a block of code. A line that is wider than the page breaks at a blank, not between a parameter and its
 * value nor before a pipe, and goes on with a deeper indent; only what is wider than the line breaks inside. Nothing of
 * it scrolls out of sight.
 */
export default function Command({of: command}: {readonly of: string}): ReactNode {
  return (
    <pre lang="en" className={styles['command']}>
      <code>
        {command.split('\n').map((line, index, lines) => (
          <span key={index} className={styles['line']}>
            {unbroken(line).map((piece, at) =>
              at % 2 === 1 ? (
                piece
              ) : (
                <span key={at} className={styles['token']}>
                  {piece}
                </span>
              ),
            )}
            {index < lines.length - 1 && '\n'}
          </span>
        ))}
      </code>
    </pre>
  )
}

// A blank may break unless a parameter stands before it or a pipe after it.
function unbroken(line: string): readonly string[] {
  const pieces: string[] = []
  for (const piece of line.split(/(\s+)/)) {
    const blank = pieces.at(-1)
    const word = pieces.at(-2)
    const isValue = /(^|\s)-[A-Za-z]+$/.test(word ?? '') && !piece.startsWith('-')
    const stays = pieces.length % 2 === 0 && word !== undefined && (isValue || piece === '|')
    if (stays) pieces.splice(-2, 2, `${word}${blank ?? ''}${piece}`)
    else pieces.push(piece)
  }
  return pieces
}
