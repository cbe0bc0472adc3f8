// Refuses dates, weekdays and named periods: which week or month is meant comes from a date fact.
import { simplified } from '../../../core/simplified.ts'
import { type Check, found } from '../claim-text.ts'

const UNIT = '(?:day|week|weekend|month|quarter|year|fortnight|decade|season|half-year)s?'
const DATE_EN = new RegExp(
  [
    String.raw`\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?:tue|tues|thu|thur|thurs|fri)\b`,
    String.raw`\b(?:january|february|april|june|july|august|september|october|november|december)\b`,
    String.raw`\b(?:jan|feb|apr|jul|aug|sept|oct|nov|dec)\b`,
    String.raw`\b(?:today|tonight|yesterday|tomorrow|overnight|fortnight|midweek|mid-week|weekend|ytd|mtd|noon|midnight)\b`,
    String.raw`\b(?:last|this|next|past|previous|prior|coming|current|recent|same|each|per|every other|following|upcoming|final|earlier in the|rest of the|end of the|start of the|beginning of the|middle of the)\s+(?:working\s+|business\s+|calendar\s+|few\s+)?${UNIT}\b`,
    String.raw`\b${UNIT}\s+(?:ago|before last|earlier|to date|end|start)\b`,
    String.raw`\bsince\s+(?:the\s+)?${UNIT}\b|\b(?:this|last|next)\s+(?:morning|afternoon|evening|night|spring|summer|autumn|fall|winter)\b`,
  ].join('|'),
  'iu',
)
const DATE_ZH = new RegExp(
  [
    '[今昨明当次隔]天|(?<!以)[前后]天|[今昨明当次][日晚早](?!期|志)|[今去明前后]年',
    '(?:本|上|下|这|那|这个|上个|下个|上上|下下|当|次|同|整|近|首|末)个?(?:周(?!期|转|边)|星期|礼拜|月|季度?|年度?|半年|旬)',
    '(?:周|星期|礼拜)[日天末一二三四五六]|[月季年周][初中末底]|年内|月内|周内|季内|岁末|元旦|春节|国庆|上午|下午|凌晨|傍晚|[上下]半[月年周]',
  ].join('|'),
  'u',
)
export const bareDate: Check = ({ words }) => found(words, DATE_EN) ?? found(simplified(words), DATE_ZH)
