// 简体中文: what frames `/kpi help`; each room describes its own commands.
import type { help as en } from '../en/help.ts'

export const help: Readonly<Record<keyof typeof en, string>> = {
  'help.title': '*Pacesetter* 每天请您花半分钟填报，记下您的数据，并让团队看到进展。',
  'help.manager': '*主管可用*',
  'help.start': '您还没有加入团队。在团队频道里输入 `/kpi 设置` 即可创建，或请主管把您加入。',
  'help.admin': '您没有加入团队。作为管理员，您可以在团队频道中用 `/kpi 设置` 设置团队或修改设置。',
  'help.guest': '您还没有加入团队，请团队主管把您加入。',
  'help.noReports': '暂时还没有周会议程。写周报请用 `/kpi 周报` ，本周排行请用 `/kpi 排行 本周` 。',
  'hello.member':
    '您好！可以直接把数据发给我，例如“电话 5，拜访 2”，也可以点按钮。在这里不用斜杠就能用命令，例如“排行”“请假 明天”。',
  'hello.manager': '您好！可以点按钮，也可以不用斜杠直接发命令，例如“排行 本周”。',
  'hello.allHelp': '全部功能',
  'hello.openForm': '请点按钮打开表单。',
  'hello.interrupted': '刚才的回答中断了，请再问一次。',
  'hello.interruptedForm': '刚才没写完就中断了，请再点一次按钮。',
  'hello.interruptedClosed': '您在表单里让我写的内容没写完就中断了，请回到那里再点一次按钮。',
}
