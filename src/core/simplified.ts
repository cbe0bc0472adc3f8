// Brings names in traditional characters into simplified ones, so that both find each other, and tells the two scripts apart.
import { Converter as toTraditional } from 'opencc-js/cn2t'
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

/** Simplified, and in traditional text as well. */
const IN_BOTH = new Set('斗占么')

let asTraditional: Convert | null = null

/** Whether a sign is only written so in simplified characters. */
export function isSimplifiedOnly(sign: string): boolean {
  const convert: Convert = asTraditional ?? toTraditional({ from: 'cn', to: 'tw' })
  asTraditional = convert
  return HAN.test(sign) && !IN_BOTH.has(sign) && convert(sign) !== sign
}

/** Whether a sign is only written so in traditional characters. */
export const isTraditionalOnly = (sign: string): boolean => !IN_BOTH.has(sign) && simplified(sign) !== sign
