// Brings names in traditional characters into simplified ones, so that both find each other.
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
