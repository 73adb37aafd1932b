/** Where an article's translation comes from, as its localisation keys say; null where a key is absent. */
export interface Origin {
  /** `ms.openlocfilehash`: names the version of the source text, the same in all locales. */
  readonly sourceHash: string | null
  /** `ms.sourcegitcommit`: commit of the source repository. */
  readonly sourceCommit: string | null
  /** `ms.translationtype`: by a person or by a machine. */
  readonly translatedBy: 'human' | 'machine' | null
  /** `ms.contentlocale`: a BCP-47 tag. */
  readonly locale: string | null
  /** `ms.lasthandoff`, in the file MM/DD/YYYY, as YYYY-MM-DD. */
  readonly handedOff: string | null
  /** `ms.locfileid`: new at every hand-back and in every locale. */
  readonly fileId: string | null
}

const translators: ReadonlyMap<string, Origin['translatedBy']> = new Map([
  ['HT', 'human'],
  ['MT', 'machine'],
])

/** Reads the localisation keys out of the attributes of a target side's front matter. */
export function readOrigin(attributes: Readonly<Record<string, unknown>>): Origin {
  const text = (key: string): string | null => {
    const value = attributes[key]
    return typeof value === 'string' && value !== '' ? value : null
  }
  return {
    sourceHash: text('ms.openlocfilehash'),
    sourceCommit: text('ms.sourcegitcommit'),
    translatedBy: translators.get(text('ms.translationtype') ?? '') ?? null,
    locale: text('ms.contentlocale'),
    handedOff: tostring(text('ms.lasthandoff')),
    fileId: text('ms.locfileid'),
  }
}

function tostring(written: string | null): string | null {
  const [, month, day, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(written ?? '') ?? []
  if (month === undefined || day === undefined || year === undefined) return null
  const iso = `${year}-${month}-${day}`
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(iso) ? iso : null
}
