/** Names of headings as the format has them: lower case, blanks to hyphens, other signs out; a second one gets `-1`. */
export function createSlugs(): (heading: string) => string {
  const counts = new Map<string, number>()
  return heading => {
    const slug = heading
      .normalize('NFC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}_\s-]/gu, '')
      .trim()
      .replace(/\s/g, '-')
    const count = counts.get(slug) ?? 0
    counts.set(slug, count + 1)
    return count === 0 ? slug : `${slug}-${count}`
  }
}
