// What sales people type after /kpi, in mainland China, Taiwan and English-speaking firms, and which command it leads to.
import { describe, expect, test } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import { foldName, parseCommand } from '../../src/slack/command-line.ts'

const { commands } = BOT.handlers
const words = commands.map(({ word, aliases: names, telling = [] }) => ({ word, names, telling }))

/** Separated by commas; each word also in capitals, in full width, and with what may follow it. */
const EXPECTED: Readonly<Record<string, string>> = {
  standup:
    'standup, stand-up, Stand up, daily, daily report, submit, submit late, late, edit, change, plan, check-in, scrum, 晨会, 晨會, 早会, 早會, 日报, 日報, 写日报, 補日報, 补交, 補交, 补填, 修改, 汇报, 匯報, 提交, 送出, 夕会, 打卡, 计划, 計畫',
  log: 'log, record, enter, numbers, 填报, 填報, 回报, 回報, 记录, 紀錄, 登记, 录入, 輸入, 报数, 上报, 填写, 报业绩',
  undo: 'undo, take back, revert, 撤销, 撤銷, 復原, 收回, 撤回',
  me: 'me, mine, my numbers, My stats, results, performance, progress, 我, 我的, 我的业绩, 我的業績, 业绩, 業績, 数据, 數據, 进度, 成绩',
  board:
    'board, leaderboard, leader board, rank, ranking, rankings, standings, top, who is ahead, 排行, 排行榜, 排名, 名次, 榜单, 龙虎榜, 龍虎榜, 战报, 戰報, 喜报, 業績榜, 看板',
  leave:
    'leave, away, off, time off, day off, PTO, OOO, out of office, vacation, holiday, sick, sick leave, annual leave, business trip, 请假, 請假, 休假, 年假, 特休, 特休假, 病假, 事假, 出差, 外勤, 补休, 補休, 假期',
  'leave-team': 'leave-team, leave team, leaveteam, quit, leave the team, 退出团队, 退出團隊, 离开团队, 退出',
  members: 'members, member, people, roster, team members, 成员, 成員, 人员, 员工, 名单, 團隊成員',
  rep: 'rep, person, salesperson, 组员, 組員, 业务员, 業務員, 个人',
  team: 'team, my team, Team, 团队, 團隊, 团队业绩, 團隊進度, 我的团队, 下属',
  teams: 'teams, all teams, my teams, compare teams, 各团队, 各團隊, 各组, 所有团队, 团队对比',
  metrics: 'metrics, metric, KPIs, 指标, 指標, 考核指标',
  days: 'days, calendar, working days, 工作日, 上班日, 调休, 補班, 节假日, 行事曆',
  correct: 'correct, correction, fix, 更正, 修正, 订正, 改数据',
  setup: 'setup, set up, settings, configure, 设置, 設定, 配置, 创建团队, 建立團隊',
  audit: 'audit, history, changes, 审计, 稽核, 变更记录',
  seen: 'seen, who saw, 谁看过, 誰看過',
  privacy: 'privacy, Language model, 隐私, 隱私, 语言模型, 語言模型',
  workspace: 'workspace, 工作区, 工作區',
  todo: 'todo, to do, to-do, tasks, task, action items, 待办, 待辦, 待办事项, 任务清单',
  rules:
    'rules, rule, warning rules, Risk rules, alert rules, thresholds, 预警规则, 預警規則, 风险规则, 風險規則, 规则, 規則, 预警设置, 預警設定, 阈值, 門檻, 预警线',
  risks:
    'risks, risk matrix, matrix, 风险矩阵, 風險矩陣, warnings, Alerts, at risk, early warnings, 风险, 風險, 预警, 預警, 警报, 警示, 风险清单',
  'risks-report':
    'risks-report, risk report, Warning report, warnings report, alerts report, 风险报告, 風險報告, 预警报告, 預警報告, 预警质量',
  risk: 'risk, raise a risk, Report risk, new risk, flag a risk, 风险上报, 风险 上报, 上报风险, 风险报备, 回報風險, 風險 回報, 通報風險',
  rates:
    'rates, rate, plan rates, exchange rate, FX, currency, 汇率, 匯率, 计划汇率, 計畫匯率, 预算汇率, 幣別',
  help: 'help, ?, ？, how, how to, menu, commands, 帮助, 幫助, 说明, 說明, 怎么用, 怎麼用, 使用说明, 功能, 菜单',
  hello: 'hello, hi, Hey, good morning, 你好, 您好, 嗨, 早安',
  target: 'target, targets, goal, goals, quota, my target, 目标, 目標, 业绩目标, 任务, 任務',
  'weekly-meeting': 'weekly meeting, weekly review, 周会',
  review:
    'review, monthly report, quarterly review, retro, 复盘, 復盤, 覆盤, 月度复盘, 月报, 季報, 檢討, 经营分析',
  insight:
    'insight, insights, market, Market insight, customer feedback, feedback, 洞察, 洞見, 市场洞察, 市場洞察, 市场动态, 客户反馈, 客戶回饋',
  report: 'weekly, weekly report, weekly-report, my report, 周报, 週報, 写周报, 寫週報',
}
const LISTED = Object.entries(EXPECTED).flatMap(([word, typed]) =>
  typed.split(', ').map((text) => [text, word] as const),
)
const wide = (text: string): string =>
  text.replace(/[!-~]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
const leadsTo = (text: string): string | null => {
  const parsed = parseCommand(text, words)
  return parsed.ok ? parsed.word : null
}

test('every command is listed', () => {
  expect(Object.keys(EXPECTED).sort()).toEqual(commands.map(({ word }) => word).sort())
})

test.each(LISTED)('“%s” leads to %s', (text, word) => {
  const ways = [
    text,
    text.toUpperCase(),
    wide(text),
    `  ${text}  `,
    `kpi ${text}`,
    `/kpi ${text}`,
    `${text}!`,
  ]
  for (const way of ways) expect(leadsTo(way), way).toBe(word)
  const isTelling = commands.some((entry) => entry.telling?.some((name) => foldName(name) === foldName(text)))
  expect(parseCommand(`${text} 2026-12-01`, words)).toMatchObject({
    ok: true,
    word,
    rest: isTelling ? `${text} 2026-12-01` : '2026-12-01',
  })
})

test('no word leads to two commands, whatever its width, case and spaces', () => {
  const owners = new Map<string, Set<string>>()
  for (const { word, aliases, telling = [] } of commands)
    for (const name of [word, ...aliases, ...telling]) {
      const folded = foldName(name)
      owners.set(folded, (owners.get(folded) ?? new Set()).add(word))
    }
  expect([...owners].filter(([, words]) => words.size > 1)).toEqual([])
  for (const [name, [word]] of owners) expect(leadsTo(name), name).toBe(word)
})

describe('what follows a word without a space', () => {
  test.each([
    ['排行榜本月', 'board', '本月'],
    ['请假明天', 'leave', '明天'],
    ['病假明天', 'leave', '病假 明天'],
    ['我的业绩', 'me', ''],
    ['日报', 'standup', ''],
    ['退出团队', 'leave-team', ''],
    ['leave team', 'leave-team', ''],
    ['leave tomorrow', 'leave', 'tomorrow'],
    ['log: calls 5', 'log', 'calls 5'],
  ])('%s', (text, word, rest) => {
    expect(parseCommand(text, words)).toEqual({ ok: true, word, rest })
  })
})

test.each(['天气', '吃饭', '开心', '战争', '日历史', 'lunch', 'xy', 'bo'])(
  '“%s” suggests nothing',
  (text) => {
    const parsed = parseCommand(text, words)
    expect(parsed.ok ? parsed.word : parsed.nearest).toBe(text === '日历史' ? 'days' : null)
  },
)

test.each([
  ['baord', 'board'],
  ['stadnup', 'standup'],
  ['setings', 'settings'],
  ['排名傍', '排名'],
  ['龙虎棒', '龙虎榜'],
])('“%s” suggests %s', (text, nearest) => {
  const parsed = parseCommand(text, words)
  expect(parsed.ok ? parsed.word : parsed.nearest).toBe(parsed.ok ? leadsTo(nearest) : nearest)
})
