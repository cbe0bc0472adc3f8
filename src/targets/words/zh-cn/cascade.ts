// 简体中文: a target of a team with teams below it.
import type { cascade as en } from '../en/cascade.ts'

export const cascade: Readonly<Record<keyof typeof en, string>> = {
  'cascade.intro': '目标会分解到下级各团队，再分到每个人；各团队主管和成员都会收到自己的数。',
  'cascade.weightsIntro': '权重 2 的团队分到的是权重 1 的两倍；权重 0 不分。',
  'cascade.partsHint': '填数字即可手动指定，其余由其他团队分担。',
  'cascade.own': '{team} 直属成员',
  'cascade.people':
    '{people} 人{rest, select, none {} other {，其中 {rest} 未分配：新人、中途加入或即将离开}}。',
  'cascade.below': '其中 {teams}。',
  'cascade.belowOne': '{team} {value}',
  'cascade.notYours': '整体目标由这些团队共同的上级主管设定。',
  'cascade.noCompany':
    '还没有指定代表公司的团队。管理员可以用 `/kpi 工作区` 指定；在团队频道用 `/kpi 目标` 可以设定该团队的目标。',
  'cascade.onlyLeader': '公司目标由 {leader} 设定。',
  'cascade.nobody': '该周期内这些团队里没有人填报这项指标。',
  'cascade.noWeight': '没有团队有份额：上一周期没有完成量，或权重全是 0。',
  'cascade.clash':
    '{open, plural, =0 {{team} 之下手动填写的合计是 {sum}（{parts}），目标是 {whole}。请改其中一项，或留空一项。} other {{team} 之下手动填写的已有 {sum}（{parts}），目标是 {whole}，其他团队没有可分的了。请调低其中一项，或给其他团队填 0。}}',
  'cascade.inTeam': '{team} 会分到 {whole}。{why}',
  'cascade.noRate': '{year}缺少 {currencies} 的计划汇率，各团队的金额无法相加。管理员可用 `/kpi 汇率` 设定。',
  'cascade.rounded':
    '{team}：各部分按各自币种取整后合计 {sum}，比总目标{side, select, less {少} other {多}} {off}。',
  'cascade.ofWhole': '折合总目标中的 {value}。',
  'cascade.aboveParent':
    '上级团队 {period} 分解的目标是 {whole}。这里 {value}，那边其他部分共 {others}，加起来超了。请先请上级调高目标，或填小一些。',
  'cascade.changedSince': ':warning: 刚才目标、团队或成员有变动。现在保存的话是这样：',
  'cascade.tooMany': '权重最多可填 {most} 个团队，这里有 {count} 个。请换一种分法，之后再单独调整个别团队。',
  'cascade.saved':
    '已保存 {teams} 个团队的目标。{count, plural, =0 {没有需要通知的人。} other {已私下通知 # 人。}}',
  'cascade.told': '{who} 给您的团队 {team} 设定了目标： *{metric}* {period} *{after}*',
  'cascade.toldChange': '{who} 调整了您的团队 {team} 的目标： *{metric}* {period} {before} → *{after}*',
  'cascade.partOf': '{company, select, yes {由公司目标分解而来。} other {由 {above} 的目标分解而来。}}',
  'cascade.toldHow': '成员已收到各自的目标。在团队频道用 `/kpi 目标` 可以换个分法。',
  'cascade.historyPartOf': '{company, select, yes {由公司目标分解} other {由 {above} 的目标分解}}',
}
