// How people are shown in little room: initials, a short name, a color of their own.

const IS_CJK = /[\u3400-\u9fff]/

/** `Jonas Brandt` → `JB`, `陈晓东` → `陈`. */
export function initialsOf(name: string): string {
  if (IS_CJK.test(name)) return name.slice(0, 1)
  const words = name.split(/\s+/).filter(Boolean)
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase()
}

/** `Jonas Brandt` → `Jonas`. */
export const shortName = (name: string) => (IS_CJK.test(name) ? name : (name.split(/\s+/)[0] ?? name))

/** The golden angle: neighbours come out far from each other. */
const TURN_DEGREES = 137.508

/** The same for the same id, always. */
export function hueOf(id: string): number {
  let sum = 0
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) % 9973
  return Math.round(sum * TURN_DEGREES) % 360
}

/** Chinese is told by how it is written. */
const SCRIPTS: Readonly<Record<string, string>> = {
  'zh-CN': 'zh-Hans',
  'zh-TW': 'zh-Hant',
  'zh-HK': 'zh-Hant',
}

/** `zh-CN` in the reader's own words. */
export function languageName(locale: string, reader: string): string {
  try {
    const [language = locale] = locale.split(/[-_]/)
    return new Intl.DisplayNames(reader, { type: 'language' }).of(SCRIPTS[locale] ?? language) ?? locale
  } catch {
    return locale
  }
}
