// Finds what looks like a Chinese name in a sentence: a surname with a given name or a title, cut as words by the segmenter.
import { simplified } from '../../../core/simplified.ts'

/** One that is hardly ever a word of its own. */
const SURNAMES = new Set(
  '王李张刘陈杨赵黄周吴徐孙朱郭罗梁宋郑谢韩唐冯董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎潘杜戴夏钟汪姜范姚谭廖邹熊陆郝孔崔康邱秦江顾侯邵孟段钱汤尹黎贺赖龚庞樊兰殷施洪翁莫俞章鲁倪严牛温芦季骆葛聂覃詹闫',
)
/** One that is often a word: only before single signs that are none. */
const SURNAMES_THAT_ARE_WORDS = new Set(
  '林何高马胡方石任金白毛田史龙万武乔文常易于余安时成向纪项祝路柳岳尚华',
)
const DOUBLE_SURNAMES = /^(?:欧阳|司马|上官|诸葛|东方(?!市)|皇甫|令狐|夏侯|慕容|司徒|尉迟|公孙)/u

/** Words of two signs and more that begin with a surname. */
const ORDINARY = new RegExp(
  `^(?:${[
    ...[
      '王牌',
      '王者',
      '张力',
      '张贴',
      '刘海',
      '陈述',
      '陈列',
      '陈旧',
      '杨树',
      '黄金',
      '黄色',
      '周期',
      '周到',
      '周全',
      '周转',
      '周边',
      '周末',
      '周围',
      '周密',
      '周报',
      '周会',
    ],
    ...[
      '徐徐',
      '罗列',
      '宋体',
      '郑重',
      '谢谢',
      '谢意',
      '韩国',
      '唐突',
      '董事',
      '萧条',
      '程度',
      '程序',
      '许多',
      '许可',
      '沈稳',
      '曾经',
      '丁点',
      '杜绝',
      '夏季',
      '夏天',
    ],
    ...[
      '钟头',
      '钟点',
      '范围',
      '范畴',
      '范例',
      '范本',
      '陆续',
      '陆地',
      '孔隙',
      '康复',
      '江苏',
      '江西',
      '江南',
      '顾客',
      '顾问',
      '顾虑',
      '顾及',
      '孟夏',
      '段落',
      '钱款',
      '汤水',
    ],
    ...[
      '贺卡',
      '贺信',
      '赖以',
      '施行',
      '施加',
      '施展',
      '洪水',
      '莫非',
      '莫大',
      '章节',
      '章程',
      '鲁莽',
      '严格',
      '严重',
      '严谨',
      '严肃',
      '牛市',
      '温和',
      '温度',
      '温习',
      '季度',
      '季节',
      '季末',
      '季报',
      '兰州',
      '殷切',
      '肖像',
      '苏州',
      '叶子',
      '康健',
    ],
  ].join('|')})`,
  'u',
)
/** After 小, 老 or 阿 a surname is somebody; before these titles too. */
const TITLES =
  /^(?:总(?!共|体|计|结|数|之|的|额|量)|经理|先生|女士|小姐|主管|主任|总监|老师|董(?!事)|哥(?!$)|姐)/u

/** Single signs that form no given name. */
const NO_GIVEN =
  /^[的了在到和是与从对等为就也都还再又很更最只能会可要应把被让给向以于及或但若则因所其这那哪每各某本该此已未不没有无个们着过地得吗呢吧啊上下前后内外中间里时]/u

/** Made when the first Chinese sentence is read. */
let made: Intl.Segmenter | null = null

function segmenter(): Intl.Segmenter {
  const found: Intl.Segmenter = made ?? new Intl.Segmenter('zh', { granularity: 'word' })
  made = found
  return found
}

const HAN = /\p{Script=Han}/u
const HAN_SEGMENT = /^\p{Script=Han}+$/u

/** Null: none. */
export function chineseNameIn(text: string): string | null {
  if (!HAN.test(text)) return null
  const segments = [...segmenter().segment(simplified(text))].map(({ segment }) => segment)
  for (const [index, segment] of segments.entries()) {
    if (!HAN_SEGMENT.test(segment)) continue
    const next = segments[index + 1] ?? ''
    const name = nameAt(segment, HAN_SEGMENT.test(next) ? next : '')
    if (name) return name
  }
  return null
}

function nameAt(segment: string, next: string): string | null {
  const [first = '', second = ''] = segment
  if (DOUBLE_SURNAMES.test(segment)) return segment + next
  if (/^[小老阿]$/u.test(first) && SURNAMES.has(second) && segment.length === 2) return segment
  if (/^[小老阿]$/u.test(segment) && next.length === 1 && SURNAMES.has(next)) return segment + next
  if (segment.length === 1) return afterSurname(segment, next)
  const isName = SURNAMES.has(first) && segment.length <= 3 && !ORDINARY.test(segment)
  return isName || (SURNAMES.has(first) && TITLES.test(segment.slice(1))) ? segment : null
}

/** A surname that stands alone belongs to what follows. */
function afterSurname(sign: string, next: string): string | null {
  if (SURNAMES.has(sign)) return NO_GIVEN.test(next) && next.length === 1 ? null : sign + next
  if (!SURNAMES_THAT_ARE_WORDS.has(sign)) return null
  const given = next.length === 1 && !NO_GIVEN.test(next)
  return given || TITLES.test(next) ? sign + next : null
}
