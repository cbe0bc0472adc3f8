// Cuts a typed text into what can belong to a date: moments, parts of a day, signs of a range, numbers, and the rest.
import { CHINESE_NUMBER_RULES, CHINESE_RULES } from './chinese-rules.ts'
import { ENGLISH_NUMBER_RULES, ENGLISH_RULES } from './english-rules.ts'
import type { DayPart, MomentRead, MomentRule } from './moment.ts'
import { NUMBER_RULES } from './number-rules.ts'

interface At {
  /** Where it stands in the text; `end` is the first position after it. */
  at: number
  end: number
}
export type Piece = At &
  (
    | { kind: 'moment'; read: MomentRead }
    /** `each`: of every day in a range. `half`: half a day, but not which. */
    | { kind: 'part'; part: DayPart | 'half'; each: boolean }
    | { kind: 'range' }
    | { kind: 'number'; value: number }
    | { kind: 'other' }
  )

const DIGIT_RULES: readonly MomentRule[] = [...ENGLISH_NUMBER_RULES, ...CHINESE_NUMBER_RULES, ...NUMBER_RULES]

const PARTS: readonly (readonly [RegExp, DayPart | 'half', each: boolean])[] = [
  [/(?:in the |every )?mornings(?![a-z])/uy, 'morning', true],
  [/(?:in the |every )?afternoons(?![a-z])/uy, 'afternoon', true],
  [/every morning(?![a-z])/uy, 'morning', true],
  [/every afternoon(?![a-z])/uy, 'afternoon', true],
  [/(?:in the )?(?:morning|a\.?m\.?)(?![a-z])/uy, 'morning', false],
  [/(?:in the )?(?:afternoon|p\.?m\.?)(?![a-z])/uy, 'afternoon', false],
  [/(?:all|whole|full)[ -]day(?![a-z])/uy, 'whole', false],
  [/(?:an? )?half(?:[ -]an?)?[ -]day(?![a-z])/uy, 'half', false],
  [/(?:每天|每日|天天)(?:的)?(?:上午|早上)/uy, 'morning', true],
  [/(?:每天|每日|天天)(?:的)?(?:下午|午后|午後)/uy, 'afternoon', true],
  [/上午|早上|早晨|[前上]半天/uy, 'morning', false],
  [/下午|午后|午後|[后後下]半天/uy, 'afternoon', false],
  [/全天|整天|一整天|一天/uy, 'whole', false],
  [/半[天日]/uy, 'half', false],
]
const RANGE = /\.{2,3}|…|[-–—−~〜]{1,2}|[到至]|(?:to|till?|until|through|thru)(?![a-z\d])/uy
const NUMBER = /(\d{1,2})(?:st|nd|rd|th)?(?![\d:/%a-z]|[.,]\d)/uy
const OTHER = /[a-z]{1,30}|\d{1,30}|\S/uy

const LETTER = /[a-z]/u
const DIGIT = /\d/u
const HAN = /\p{Script=Han}/u

/** True: right after a date, or after the sign of a range that follows one. */
function followsDate(pieces: readonly Piece[]): boolean {
  const last = pieces.at(-1)
  const before = last?.kind === 'range' ? pieces.at(-2) : last
  return before?.kind === 'moment' || before?.kind === 'part'
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** True: a word or number starts here, and does not go on from before. */
function startsAt(text: string, at: number): boolean {
  const [before, here] = [text[at - 1] ?? ' ', text[at]!]
  if (LETTER.test(here)) return !LETTER.test(before) && !DIGIT.test(before)
  if (DIGIT.test(here)) return !/[a-z\d.,:/-]/u.test(before)
  return HAN.test(here)
}

function momentAt(text: string, at: number): Piece | null {
  const here = text[at]!
  const rules = DIGIT.test(here) ? DIGIT_RULES : LETTER.test(here) ? ENGLISH_RULES : CHINESE_RULES
  for (const [pattern, read] of rules) {
    const match = matchAt(pattern, text, at)
    const found = match && read([...match])
    if (match && found) return { kind: 'moment', read: found, at, end: at + match[0].length }
  }
  return null
}

function partAt(text: string, at: number): Piece | null {
  for (const [pattern, part, each] of PARTS) {
    const match = matchAt(pattern, text, at)
    if (match) return { kind: 'part', part, each, at, end: at + match[0].length }
  }
  return null
}

/** More dates than these are more than one anyway: what follows is not read. */
const MOST_PIECES = 60

/** `text` is folded. Spaces are left out, and what lies between dates is one piece. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  while (at < text.length && pieces.length < MOST_PIECES) {
    if (text[at] === ' ') {
      at += 1
      continue
    }
    const follows = followsDate(pieces)
    const dated = follows || startsAt(text, at) ? (momentAt(text, at) ?? partAt(text, at)) : null
    const piece = dated ?? (follows ? betweenAt(text, at) : null)
    const end = piece?.end ?? otherEnd(text, at)
    const last = pieces.at(-1)
    if (piece) pieces.push(piece)
    else if (last?.kind === 'other') last.end = end
    else pieces.push({ kind: 'other', at, end })
    at = end
  }
  return pieces
}

/** The sign of a range, or the number after it. */
function betweenAt(text: string, at: number): Piece | null {
  const range = matchAt(RANGE, text, at)
  if (range) return { kind: 'range', at, end: at + range[0].length }
  const number = matchAt(NUMBER, text, at)
  return number && { kind: 'number', value: Number(number[1]), at, end: at + number[0].length }
}

const otherEnd = (text: string, at: number): number => at + (matchAt(OTHER, text, at)?.[0].length ?? 1)
