// Refuses every sign but letters and plain punctuation: no markup, links, emoji, arrows, quotation marks or hidden characters.
import { type Check, found } from '../claim-text.ts'

/** Quotation marks are left out: what somebody said comes as a quote, which brings its own. */
const PLAIN_SIGNS = ".,;:!?()'’…–—\\-，。；：！？、（）《》·"
const OTHER_SIGN = new RegExp(`[^\\p{L}\\p{N} ${PLAIN_SIGNS}]`, 'u')
const APOSTROPHE_OUTSIDE_WORD = /(?<!\p{L})['’]|['’](?!\p{L})/u
/** A domain or the name of an emoji. */
const LINK = /[\p{L}\p{N}-]\.[\p{L}\p{N}]|:\p{L}[\p{L}_-]*:|\bwww\b|\bhttps?\b/iu

export const otherSign: Check = ({ words }) =>
  found(words, OTHER_SIGN) ?? found(words, LINK) ?? (APOSTROPHE_OUTSIDE_WORD.test(words) ? "'" : null)
