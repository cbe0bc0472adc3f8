// 简体中文: what people are told who report in no team.
import type { standing as en } from '../en/standing.ts'

export const standing: Readonly<Record<keyof typeof en, string>> = {
  'standing.leads':
    '您管理{teams}，自己不填报，因此不用填写，也没有您自己的数据。可用 `/kpi 排行` 查看进展，用 `/kpi 更正 @姓名` 更正成员的数据；如果您也要填报，请用 `/kpi 成员` 把自己加入。',
  'standing.admin':
    '您没有加入团队，因此不用填写，也没有自己的数据。作为管理员，您可以在团队频道中用 `/kpi 设置` 设置团队或修改设置；团队数据仅供团队和主管查看。',
  'standing.guest': '您还没有加入团队。请团队主管把您加入，之后我会在这里提醒您填写。',
  'standing.nobody':
    '您还没有加入团队。请团队主管用 `/kpi 成员` 把您加入；如果还没有团队，可在团队频道中输入 `/kpi 设置` 新建。',
}
