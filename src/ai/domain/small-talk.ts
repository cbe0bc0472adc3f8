// Tells thanks and greetings from questions: they ask for nothing, and whoever says them is not told that they cannot be answered.
import { simplified } from '../../core/simplified.ts'

const PHRASE =
  /\b(?:many |so much|very much|a lot|thanks|thank you|thx|hi|hello|hey|good (?:morning|afternoon|evening)|great|ok(?:ay)?|perfect|bye)\b|谢谢|感谢|多谢|辛苦了?|你好|您好|早上好|早安|晚安|好的|再见|了解|收到|您|你|啦|了/gu

/** Nothing but such words and signs. */
export function isSmallTalk(text: string): boolean {
  const rest = simplified(text.toLowerCase()).replace(PHRASE, '')
  return !/[\p{L}\p{N}]/u.test(rest)
}
