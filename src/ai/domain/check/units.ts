// Refuses what stands beside a figure and changes it: units, multipliers, "nearly", "more than", signs, letters, a second figure.
import { simplified } from '../../../core/simplified.ts'
import type { Check } from '../claim-text.ts'
import { HOLE } from '../claim-text.ts'

/** Behind a figure, which has its unit already. */
const UNIT_BEHIND =
  /^(?:\p{Script=Latin}|['’]|\s*-\s*\p{L}|\s*(?:k|m|b|w|bn|mn|mio|x|th|st|nd|rd|pp|bps|points?|hours?|hrs?|minutes?|days?|weeks?|months?|years?|or (?:more|less|so)|plus|(?:a|an|per|each|every) (?:day|week|month|quarter|year|hour|head|person|rep|visit|call|customer)|daily|weekly|monthly|yearly)(?![\p{Script=Latin}]))/iu
const UNIT_BEHIND_ZH =
  /^\s*(?:[多余来几k万千百亿兆%％]|以上|以下|左右|上下|出头|不到|个|通(?!话|过|知)|次|位|家|单(?!独)|笔|人(?!员|工)|名(?!单)|天|日|小时|分钟|周|月|季|年|点(?!评)|成(?!为|功)|分(?!析|别|配|享)|件|条|场(?!景)|份|台|套|级|每|一?[天周月年]|个?百分点)/iu
const BEFORE =
  /(?:\p{Script=Latin}|['’]|-|(?:^|\P{L})(?:over|above|below|under|nearly|almost|about|around|roughly|approximately|circa|than|least|most|up to|minus|plus|times|negative|not|no|never|another|every|per|only half|just under|just over|close to|towards?)\s+)$/iu
const BEFORE_ZH =
  /(?:超过?|近|将近|大约|大概|约|不到|不足|不止|至少|至多|最多|最少|接近|几乎|多达|高达|逾|负|减|加|每|第|非|未到|未满|满|差不多|多于|少于|大于|小于|高于|低于)\s*$/u

/** Two figures side by side read as one. */
const APART = /\s|\p{Script=Han}|[，、；。]/u

export const unitBeside: Check = ({ words, facts }) => {
  const between = words.split(HOLE)
  for (const [index, fact] of facts.entries()) {
    if (fact.kind !== 'number') continue
    const before = between[index]!
    const behind = between[index + 1]!
    const wrong =
      BEFORE.exec(before) ??
      BEFORE_ZH.exec(simplified(before)) ??
      UNIT_BEHIND.exec(behind) ??
      UNIT_BEHIND_ZH.exec(simplified(behind))
    if (wrong) return wrong[0].trim() || wrong[0]
    const next = facts[index + 1]
    if (next && !APART.test(behind)) return `{{${fact.key}}}${behind}{{${next.key}}}`
    if (index > 0 && !APART.test(before)) return `{{${facts[index - 1]!.key}}}${before}{{${fact.key}}}`
  }
  return null
}
