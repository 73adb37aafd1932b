/** Says texts through two live regions, one after the other. */
export interface Speaker {
  readonly say: (text: string, options?: {readonly assertive: boolean}) => void
  readonly dispose: () => void
}

/** The regions and the time a speaker writes with. */
export interface SpeakerOptions {
  readonly polite: {textContent: string | null}
  readonly assertive: {textContent: string | null}
  /** Calls back after milliseconds; returns the way to stop it. */
  readonly after: (milliseconds: number, act: () => void) => () => void
  /** Least time between two texts of one region. */
  readonly gap?: number
}

/**
 * A speaker over two regions. The same text is not said twice while it waits or stands; texts of one region follow each
 * other at least 500 ms apart, because a screen reader drops what is replaced at once.
 */
export function createSpeaker({polite, assertive, after, gap = 500}: SpeakerOptions): Speaker {
  const channels = {
    polite: createChannel(polite, after, gap),
    assertive: createChannel(assertive, after, gap),
  }
  return {
    say: (text, options) => channels[options?.assertive === true ? 'assertive' : 'polite'].say(text),
    dispose: () => {
      channels.polite.stop()
      channels.assertive.stop()
    },
  }
}

function createChannel(region: {textContent: string | null}, after: SpeakerOptions['after'], gap: number) {
  const waiting: string[] = []
  let stop: (() => void) | null = null
  const next = () => {
    stop = null
    const text = waiting.shift()
    if (text === undefined) {
      // Emptied, so that the same text can be said again later.
      region.textContent = ''
      return
    }
    region.textContent = text
    stop = after(gap, next)
  }
  return {
    say: (text: string) => {
      if (text === '' || waiting.at(-1) === text || (waiting.length === 0 && region.textContent === text))
        return
      waiting.push(text)
      if (stop === null) next()
    },
    stop: () => {
      waiting.length = 0
      stop?.()
      stop = null
    },
  }
}
