// A password that nobody can guess and everybody can read aloud.

// Without 0, O, 1, l, I: it is copied from a screen by hand.
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789-+=#%?'
const kinds = [/[A-Z]/, /[a-z]/, /\d/, /[-+=#%?]/] as const
const length = 20

/** A password of 20 characters of all four kinds that Active Directory counts; about 119 bits. */
export function makePassword(): string {
  for (;;) {
    const password = Array.from({length}, () => letters[below(letters.length)]).join('')
    if (kinds.every(kind => kind.test(password))) return password
  }
}

/** A random whole number from 0 and below `end`, at most 256, each as likely as the others. */
function below(end: number): number {
  const fair = 256 - (256 % end)
  for (;;) {
    const [byte = 255] = crypto.getRandomValues(new Uint8Array(1))
    if (byte < fair) return byte % end
  }
}
