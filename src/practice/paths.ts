// Paths of the practice Graph, whose segments may be placeholders.

/**
 * What stands for the placeholders of a template, `/v1.0/users/{id}/assignLicense`, in a path, decoded and in order; null
 * where the path is another one. Graph's paths know no case.
 */
export function placesIn(template: string, path: string): readonly string[] | null {
  const [wanted, found] = [template.split('/'), path.split('/')]
  if (wanted.length !== found.length) return null
  const places: string[] = []
  for (const [at, segment] of wanted.entries()) {
    const given = found[at] ?? ''
    if (!segment.startsWith('{')) {
      if (segment.toLowerCase() !== given.toLowerCase()) return null
      continue
    }
    const decoded = given === '' ? null : decode(given)
    if (decoded === null) return null
    places.push(decoded)
  }
  return places
}

function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment)
  } catch {
    return null
  }
}
