// 简体中文: targets that are pasted as a table.
import type { table as en } from '../en/table.ts'

export const table: Readonly<Record<keyof typeof en, string>> = {
  'table.button': '粘贴表格',
  'table.title': '粘贴目标',
  'table.intro':
    '从 Excel、Google 表格或飞书复制四列：成员、指标、周期、目标值，有没有表头都可以。您带的各团队成员可以放在一起。',
  'table.example': '例如：',
  'table.field': '表格',
  'table.fieldHint': '一次约可放 80 行，其余的保存后再粘贴。',
  'table.again': '有不对的直接在这里改，保存前会再给您核对一次。',
  'table.previewTitle': '核对目标',
  'table.head': '*{metric}* {period} · {team}：{people, plural, =1 {1 人} other {# 人，合计 *{sum}*}}',
  'table.headRate': '*{metric}* {period} · {team}：{people} 人',
  'table.ofWhole': '团队目标 {whole}，未分配 {rest}。',
  'table.far':
    ':bulb: 远{direction, select, more {高} other {低}}于最近三个周期的最好成绩：{people}。确实要这样，请写明原因，会告诉相关成员。',
  'table.farOne': '{name}（最好 {best}）',
  'table.same': '有 {count} 行与现有目标相同，不会变动。',
  'table.sums': '第 {lines} 行是合计，已略过。',
  'table.unused': '没有用到的列：{columns}。',
  'table.saved':
    '已保存 {targets} 个目标。{count, plural, =0 {没有成员的个人目标变动。} other {已私下通知 # 位成员。}}',

  'table.none': '还没有目标。每行需要成员、指标、周期和目标值。',
  'table.width': '第 {line} 行有 {width} 列，需要成员、指标、周期、目标值四列。',
  'table.empty':
    '第 {line} 行缺少{column, select, person {成员} metric {指标} period {周期} other {目标值}}。',
  'table.heading':
    '第 {line} 行的表头缺少{column, select, person {成员} metric {指标} period {周期} other {目标值}}一列。请补上，或去掉整行表头。',
  'table.nobody': '第 {line} 行：您的团队里没有“{typed}”。请按 Slack 里显示的姓名填写。',
  'table.whichPerson': '第 {line} 行：“{typed}”可能是{names}。请写全名。',
  'table.sameName': '第 {line} 行：有几位同事都叫 {name}。请改填成员 ID（Slack 个人资料的 ⋮ 里可复制）。',
  'table.whichTeam': '第 {line} 行：{name} 同时在 {teams}。请到对应团队的频道里粘贴这一行。',
  'table.noMetric': '第 {line} 行：{name} 没有“{typed}”这项指标。可用 /kpi 指标 查看有哪些。',
  'table.whichMetric': '第 {line} 行：“{typed}”可能是{metrics}。请写全称。',
  'table.noPeriod': '第 {line} 行：“{typed}”不是月份或季度。请写成 2026-12、12月 或 2027年第一季度。',
  'table.periodOver': '第 {line} 行：{typed} 已经结束，目标不再变动。请删掉这一行。',
  'table.value': '第 {line} 行“{typed}”：{problem}',
  'table.twice': '第 {line} 行：“{typed}”的这个目标在第 {before} 行已有，数值不同。请保留一行。',
  'table.more': '另有 {count} 行需要修改。',
  'table.notInTeam': '{names} 在{period}不属于 {team}，或不填报{metric}。请删掉这一行。',
  'table.refused':
    '{team} {period}的{metric}：与已定的月份或成员份额对不上。请用 `/kpi 目标` 单独设定，可以看到是哪里。',
  'table.aboveWhole':
    '{team} {period}{metric}：这里合计 {value}，其他人共 {others}，超过了团队目标 {whole}。请先调高团队目标，或填小一些。',
  'table.aboveParent':
    '{team} {period}{metric}：上级团队分解的目标是 {whole}。这里合计 {value}，那边其他部分共 {others}，加起来超了。请先请上级调高目标，或填小一些。',
}
