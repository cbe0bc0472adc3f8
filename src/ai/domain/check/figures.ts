// Refuses figures that are written out: digits of any script, numerals, number words, halves, shares and currencies.
import { simplified } from '../../../core/simplified.ts'
import { type Check, found, latinWords } from '../claim-text.ts'

/** Also Roman numerals of their own, fractions and digits in circles. */
const DIGIT = /\p{N}+/u

const NUMBER_WORDS = new Set(
  `zero nil nought naught one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen hundred hundreds thousand thousands million millions billion billions trillion dozen dozens
half halves halve halved halving double doubles doubled doubling triple tripled triples quadruple quadrupled quarter
quarters twice thrice once second seconds third thirds fourth fourths fifth fifths sixth seventh eighth ninth tenth tenths
hundredth couple pair pairs both single none majority minority nobody everybody everyone no-one grand percent percentage
percents percentile cent cents euro euros dollar dollars buck bucks yuan renminbi pound pounds sterling yen eur usd rmb
cny twd ntd gbp hkd fold times`.split(/\s+/u),
)
const MADE_OF_NUMBERS =
  /^(?:(?:twen|thir|for|four|fif|six|seven|eigh|nine)ty[a-z]*|(?:two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|many|several)fold)$/u
/** Well formed, of two letters at least. */
const ROMAN = /^(?=[ivxlcdm]{2})m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/u
const ORDINARY_ROMAN = new Set(['mix', 'di', 'mi'])

/** Ways of speaking in which these words are no figures. They are taken out before one looks. */
const IDIOMS_EN = [
  'one more (?:time|thing|step|look|try|push|word|point|idea|reason)',
  String.raw`one another|one by one|one[ -](?:on|to)[ -]one|one thing|(?:this|that|which|the other|each) one(?!\s+(?:of|in|out))`,
  'at once|once (?:more|again|the|you|your|it|this|that|they|a)|on second thoughts?|second to',
  'at times|sometimes|both (?:of you|sides|ways)',
].map((idiom) => new RegExp(String.raw`\b(?:${idiom})\b`, 'giu'))

const figureInEnglish = (words: string): string | null => {
  const text = IDIOMS_EN.reduce((rest, idiom) => rest.replace(idiom, ' – '), words)
  const isFigure = (plain: string) =>
    NUMBER_WORDS.has(plain) ||
    MADE_OF_NUMBERS.test(plain) ||
    (ROMAN.test(plain) && !ORDINARY_ROMAN.has(plain)) ||
    (plain.length === 1 && plain !== 'a' && plain !== 'i')
  return (
    latinWords(text).find(({ plain }) => isFigure(plain))?.text ??
    found(text, /\bno one\b|\bmost of\b|\ball of\b|%/iu)
  )
}

const NUMERAL = '〇零一二三四五六七八九十百千万亿兆两仨俩廿卅壹贰叁肆伍陆柒捌玖拾佰仟'
/** Also shares, multiples, and money. */
const FIGURE_ZH = new RegExp(
  `[${NUMERAL}]+|百分|成数|倍|翻番|翻[${NUMERAL}]|对半|半(?!径|导体|路|途)|双(?!方|赢|向|周)|折(?!扣|中|腾|叠)|[元块](?!旦|素|老|头)|人民币|美金|美元|新台币|欧元|英镑|日元|港币|毛钱|分钱`,
  'u',
)

/** Longer ones first: each is taken out before one looks for numerals. In simplified characters. */
const IDIOMS_ZH = [
  ...[
    '另一方面',
    '一方面',
    '千方百计',
    '一如既往',
    '一步一步',
    '进一步',
    '下一步',
    '第一时间',
    '一对一',
    '万无一失',
  ],
  ...[
    '逐一',
    '一一',
    '一起',
    '一同',
    '一道',
    '一致',
    '一定',
    '一样',
    '一般',
    '一直',
    '一旦',
    '一切',
    '一些',
    '一下',
    '一点',
    '一贯',
  ],
  ...[
    '一向',
    '一边',
    '一并',
    '一再',
    '一概',
    '统一',
    '唯一',
    '之一',
    '同一',
    '每一位',
    '每一个',
    '每一次',
    '每一步',
    '这一',
    '那一',
  ],
  ...[
    '另一个',
    '下一个',
    '下一位',
    '下一次',
    '再一次',
    '一心',
    '一线',
    '一手',
    '一流',
    '一体',
    '专一',
    '单一',
    '不一',
    '三思',
    '再三',
    '四处',
  ],
  ...[
    '十足',
    '十分',
    '万一',
    '百忙',
    '千篇',
    '半途',
    '一半会',
    '首一',
    '五花八门',
    '七上八下',
    '两难',
    '两全',
    '多半',
    '一路',
    '一事',
  ],
].toSorted((one, other) => other.length - one.length)

/** '十分钟' is a span of time, '第一名' a rank. */
const BOUND = `(?<![${NUMERAL}])`
const IDIOM_ZH = new RegExp(
  `${BOUND}(?:${IDIOMS_ZH.join('|')})(?![${NUMERAL}钟])` +
    `|${BOUND}千万(?=别|不|要|记|注意|莫|得|小心|当心)` +
    `|第一(?=步|时间|件事|点|是|要|线|个要)`,
  'gu',
)

const figureInChinese = (words: string): string | null =>
  found(simplified(words).replace(IDIOM_ZH, ' '), FIGURE_ZH)

export const bareFigure: Check = ({ words }) =>
  found(words, DIGIT) ?? figureInEnglish(words) ?? figureInChinese(words)
