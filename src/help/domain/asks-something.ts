// Tells a question in plain words from a command that begins with the same word: 'how far am I?' is no call for help.

const ENGLISH =
  /^(?:how|who|whose|which|when|where|why|is|are|am|do|does|did|can|will|should)\b|^what(?:['’]s|\s+(?:is|are|was|do|does|did|have|has))\b/iu
const CHINESE = /[吗嗎谁誰哪]|多少|几[个位家天]|幾[個位家天]|怎[么麼样樣]|[什甚][么麼]|呢[?？]?$/u
const LEAST_WORDS = 3
const LEAST_SIGNS = 4

export function asksSomething(text: string): boolean {
  const typed = text.trim()
  if (/\p{Script=Han}/u.test(typed))
    return [...typed].length >= LEAST_SIGNS && (CHINESE.test(typed) || /[?？]$/u.test(typed))
  const isLong = typed.split(/\s+/u).length >= LEAST_WORDS
  return isLong && (/[?？]$/u.test(typed) || ENGLISH.test(typed))
}
