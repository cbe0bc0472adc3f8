// Splits a part of a typed line into names and amounts: 'calls 5 visits 2', '电话5拜访2', 'revenue NT$3,000'.
import { MONEY_SIGNS } from './currency-signs.ts'

export interface Token {
  kind: 'name' | 'amount'
  text: string
}

/** Codes of currencies that are words too ('5 pen sales'), and are understood in a form only. */
const ALSO_WORDS = ['try', 'pen', 'cop', 'mop', 'ron']
const oneOf = (words: readonly string[]): string =>
  words.map((word) => word.replaceAll('$', String.raw`\$`)).join('|')
const signs = MONEY_SIGNS.filter((sign) => !ALSO_WORDS.includes(sign))
const latin = oneOf(signs.filter((sign) => /^[a-z]/.test(sign)))
const other = oneOf(signs.filter((sign) => !/^[a-z]/.test(sign)))
const SIGN_BEFORE = `(?:(?<![a-z])(?:${latin})|${other}) ?`
const SIGN_AFTER = ` ?(?:(?:${latin})(?![a-z])|${other})`
const COMPOUND = String.raw`\d{1,4}[万萬]\d(?:千|(?=$|[ ,]))`
const DIGITS = String.raw`\d(?:[\d.,'’]*\d)?(?:e[+-]?\d+)?`
const MAGNITUDE = String.raw`(?:[kwm](?![a-z\d])| ?(?:crore|lakh|lac|cr|mio|mn|bn)(?![a-z])| ?[万萬亿億]| ?千(?![^元块塊\P{Script=Han}]))`
const AMOUNT = new RegExp(
  `[+-]?(?:${SIGN_BEFORE})?[+-]?(?:${COMPOUND}|${DIGITS}${MAGNITUDE}?)(?:%|${SIGN_AFTER})?`,
  'uy',
)
/** Separators between a name and its number: 'calls: 5', 'calls = 5'. */
const PAIR_SEPARATOR = /[\s:=]/u

/** `part` is folded. `numbered`: folded names that contain a digit ('q3 demos') and come before numbers, the longest first. */
export function tokensOf(part: string, numbered: readonly string[]): Token[] {
  const tokens: Token[] = []
  let nameFrom = 0
  let at = 0
  const endName = () => {
    const text = trimSeparators(part.slice(nameFrom, at))
    if (text !== '') tokens.push({ kind: 'name', text })
  }
  while (at < part.length) {
    const atStart = at === nameFrom || /\s/u.test(part[at - 1]!)
    const known = atStart ? numbered.find((candidate) => part.startsWith(candidate, at)) : undefined
    const amount = known ? undefined : amountAt(part, at)
    if (amount) {
      endName()
      tokens.push({ kind: 'amount', text: amount })
      at += amount.length
      nameFrom = at
    } else at += known?.length ?? 1
  }
  endName()
  return tokens
}

function amountAt(part: string, at: number): string | undefined {
  AMOUNT.lastIndex = at
  return AMOUNT.exec(part)?.[0]
}

function trimSeparators(text: string): string {
  let from = 0
  let to = text.length
  while (from < to && PAIR_SEPARATOR.test(text[from]!)) from += 1
  while (to > from && PAIR_SEPARATOR.test(text[to - 1]!)) to -= 1
  return text.slice(from, to)
}
