// Words after an amount that multiply it: '3.5万', '1.2w', '5k', '2 crore'; and those to be asked about, such as 'm'.

interface Magnitude {
  zeros: number
  /** False: people mean different things by it ('m': a million, or a thousand), so it is asked about. */
  sure: boolean
}

const MAGNITUDES: Readonly<Record<string, Magnitude>> = {
  千: { zeros: 3, sure: true },
  万: { zeros: 4, sure: true },
  萬: { zeros: 4, sure: true },
  亿: { zeros: 8, sure: true },
  億: { zeros: 8, sure: true },
  k: { zeros: 3, sure: true },
  w: { zeros: 4, sure: true },
  lac: { zeros: 5, sure: true },
  lakh: { zeros: 5, sure: true },
  cr: { zeros: 7, sure: true },
  crore: { zeros: 7, sure: true },
  m: { zeros: 6, sure: false },
  mn: { zeros: 6, sure: false },
  mio: { zeros: 6, sure: false },
  bn: { zeros: 9, sure: false },
}

/** The longest first. */
export const MAGNITUDE_WORDS: readonly string[] = Object.keys(MAGNITUDES).sort(
  (one, other) => other.length - one.length,
)

/** '3万5千' is 35,000, and '3万5' means the same where it means anything. */
const COMPOUND = /^(\d{1,4})[万萬](\d)(千?)$/

/** Splits the word off. `text` is in lower case. */
export function splitMagnitude(text: string): { number: string; magnitude: Magnitude } {
  const compound = COMPOUND.exec(text)
  if (compound)
    return { number: `${compound[1]}${compound[2]}`, magnitude: { zeros: 3, sure: compound[3] !== '' } }
  const word = MAGNITUDE_WORDS.find((candidate) => text.endsWith(candidate)) ?? ''
  const number = text.slice(0, text.length - word.length).trimEnd()
  return { number, magnitude: MAGNITUDES[word] ?? { zeros: 0, sure: true } }
}
