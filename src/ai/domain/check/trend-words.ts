// The words that tell which way a figure goes, how it stands against what was due, or that somebody is the best: English and simplified Chinese.

const TARGET = String.raw`(?:(?:the|your|its|his|her|their|my|our|all|every|each)\s+)?(?:\w+\s+)?(?:targets?|goals?|quotas?|plans?)\b`

const ENGLISH: readonly string[] = [
  String.raw`\b(?:rise[sn]?|rose|rising|gr[eo]w(?:s|n|ing|th)?|increas(?:e[sd]?|ing)|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|surg(?:e[sd]?|ing)|soar(?:s|ed|ing)?|gain(?:s|ed|ing)?|higher|accelerat\w+|upwards?|uptick|upturn|upswing|rebound\w*|recover\w*|skyrocket\w*|expand\w*|rais(?:ed|ing)|lifted|boost\w*|spik(?:e[sd]?|ing)|greater|bigger|larger|faster|quicker|pick(?:s|ed|ing)? up(?! the phone)|(?:is|are|was|were|be|been|being|goes|going|go|went|gone|mov\w+|trend\w*|head\w*|all)\s+(?:\w+ly\s+)?up|(?<!\b(?:follow|catch|sum|pick|call|back|set|bring|keep)\w*\s)up\s+(?:from|on|by|against|versus|since|compared|over|again)|more(?:\s+\w+)?\s+than|shot up|ramp\w*)\b`,
  String.raw`\b(?:fall(?:s|en|ing)?|fell|drop(?:s|ped|ping)?|declin\w+|decreas(?:e[sd]?|ing)|reduced|shr[aiu]nk\w*|s[aiu]nk\w*|slump\w*|dip(?:s|ped|ping)?|lower(?:ed|ing)?|slid(?:e|es|ing)?|plummet\w*|plung\w+|shed|downwards?|downturn|slow(?:er|s|ed|ing)?\s+down|slower|slow(?:ed|ing)|weaken\w*|less(?:\s+\w+)?\s+than|fewer|smaller|loses?|losing|lost|tumbl\w+|erod\w+|down\s+(?:from|on|by|against|versus|since|compared|over|again)|(?:is|are|was|were|be|been|being|goes|going|go|went|gone|mov\w+|trend\w*|head\w*)\s+(?:\w+ly\s+)?down|dried up|drying up)\b`,
  String.raw`\b(?:unchanged|steady|steadily|stable|flat|constant|plateau\w*|stagna\w+|as (?:many|much|high|low) as|the same (?:as|level)|no change|level with)\b`,
  String.raw`\b(?:ahead|exceed\w*|surpass\w*|outperform\w*|overachiev\w*|beat(?:s|en|ing)?|above|overshot|over plan)\b`,
  String.raw`\b(?:behind|lag(?:s|ged|ging)?|short(?:fall)?|miss(?:e[sd]|ing)?\s+${TARGET}|below|under (?:target|plan|quota|goal)|underperform\w*|underachiev\w*|trail(?:s|ed|ing)?|off (?:pace|track|course|target|plan)|not enough|insufficient|struggl\w+|fail(?:s|ed|ing|ure)?)\b`,
  String.raw`\b(?:on (?:track|pace|course|target|plan|schedule|time)|in line|keeping pace|keeps pace)\b`,
  String.raw`\b(?:better|improv\w+|stronger|strengthen\w*|healthier|progress(?:ed|es|ing)?|strong|great|excellent|outstanding|impressive|good (?:week|month|result|results|numbers))\b`,
  String.raw`\b(?:wors\w+|deteriorat\w+|weak(?:er)?|poor(?:er|ly)?|bad(?:ly)?|disappointing|alarming|declining|suffer\w*|terrible)\b`,
  String.raw`\b(?:trend\w*|momentum|chang(?:e[sd]?|ing)\s+(?:from|by)|swing\w*|fluctuat\w+|revers\w+|turn(?:ed|ing)?\s+around|compared\s+(?:with|to)|versus|vs)\b`,
  String.raw`\b(?:best(?!\s+(?:to|next|way|done))|worst|highest|lowest|largest|biggest|smallest|strongest|weakest|top|bottom|leading|leader|leads\s+the|fastest|slowest|record(?=\s+(?:high|low|week|month|year|number))|first\s+place|most(?!\s+(?:likely|useful|important|urgent|helpful))|fewest|least(?<!at least)|rank(?:s|ed|ing)?|outrank\w*|number\s+one|champion|winner|star|ever)\b`,
  String.raw`\b(?:(?:reach|hit|met|meet|achiev|attain|made|make|complet|fulfil|deliver|smash|crush)\w*\s+${TARGET}|over (?:target|quota|goal)\b)`,
]

const TARGET_ZH = '.{0,6}(?:目标|指标|任务|计划|业绩|配额)'

/** The longer words of a kind first. */
const CHINESE: readonly string[] = [
  '上升|增长|增加|提升|提高|上涨|攀升|走高|上扬|增多|变多|更多|更高|更快|高了|多了|涨|回升|反弹|加快|加速|扩大|大增|激增|暴增|飙升|走强|递增|比.{1,8}多',
  '下降|下滑|下跌|减少|降低|走低|回落|萎缩|变少|更少|更低|更慢|低了|少了|跌|放缓|减缓|缩水|缩小|锐减|骤降|走弱|递减|流失|比.{1,8}少',
  '持平|稳定|不变|平稳|相当|一样多|没有变化|维持|保持(?!联系|沟通|跟进|节奏)|停滞',
  '超过|超出|超越|领先|高于|超前|优于|胜过|提前|冲破|突破',
  `落后|未达|未完成|没完成|没达到|不足|低于|滞后|不达标|差距|欠缺|落下|拖后|掉队|不够|缺口|失败`,
  '符合预期|符合进度|跟上进度|正常进度|如期|按计划|按期|按时',
  '更好|变好|好转|改善|进步|更强|增强|优秀|出色|亮眼|理想|表现好|良好|强劲|喜人|很好|不错',
  '更差|变差|恶化|退步|更弱|减弱|糟糕|不理想|堪忧|不佳|欠佳|疲软|低迷|太差|很差|较差',
  '趋势|走势|势头|相比|对比|较上|环比|同比|波动|逆转|扭转|比上',
  '最高|最低|最好|最差|最多|最少|最大|最小|最快|最慢|最强|最弱|第一名|第一位|第一的|冠军|榜首|垫底|倒数|末位|排名|名列|首位|历史新|新高|新低|之最|佼佼者|王者|王牌|(?:落后|领先)于(?!进度|计划)',
  `超额|(?<!不)达标|(?:完成|达成|实现|达到)了?${TARGET_ZH}`,
]

export const TREND_WORDS: { en: readonly RegExp[]; zh: readonly RegExp[] } = {
  en: ENGLISH.map((words) => new RegExp(words, 'giu')),
  zh: CHINESE.map((words) => new RegExp(words, 'gu')),
}
