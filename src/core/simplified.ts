// Brings names in traditional characters into simplified ones, so that both find each other, and tells the two scripts apart.
// @ts-expect-error It comes without types: pairs of signs, simplified and traditional, in one string.
import pairs from 'opencc-js/dict/STCharacters'
import { Converter } from 'opencc-js/t2cn'

const HAN = /\p{Script=Han}/u

type Convert = (text: string) => string

/** Made when the first Chinese name is compared: the start has no use for it. */
let made: Convert | null = null

function converter(): Convert {
  const found: Convert = made ?? Converter({ from: 'tw', to: 'cn' })
  made = found
  return found
}

/** '趙磊' as '赵磊'; what is simplified already, and every other script, stays. */
export const simplified = (text: string): string => (HAN.test(text) ? converter()(text) : text)

/** They stand in traditional text as well: 皇后, 公里, 台北. */
const IN_BOTH = new Set('后里台云丑斗占谷几干范余冲伙佣丰')

const PAIRS: string = pairs
let madeSigns: ReadonlySet<string> | null = null

function simplifiedSigns(): ReadonlySet<string> {
  const signs: ReadonlySet<string> = madeSigns ?? new Set(PAIRS.split('|').map((pair) => pair.split(' ')[0]!))
  madeSigns = signs
  return signs
}

/** Whether a sign stands in simplified text alone. */
export const isSimplifiedOnly = (sign: string): boolean => simplifiedSigns().has(sign) && !IN_BOTH.has(sign)

/** Whether a sign stands in traditional text alone. */
export const isTraditionalOnly = (sign: string): boolean => sign !== '么' && simplified(sign) !== sign
