// 简体中文: words that every area uses.
import type { common as en } from '../en/common.ts'

export const common: Readonly<Record<keyof typeof en, string>> = {
  'common.cancel': '取消',
  'common.checkin': '晨会',
  'common.close': '关闭',
  'common.labelled': '{label}：{value}',
  'common.listSeparator': '、',
  'common.save': '保存',
  'common.fault': '刚才没有成功，数据没有变动。请过一分钟再试。',
  'common.notSaved': '尚未保存：系统暂时没有响应。您填写的内容都还在，请过一分钟再提交。',
  'common.slackFault': '没有成功：Slack 暂时没有响应，内容没有变动。请过一分钟再试。',
  'common.notSavedSlack': '尚未保存：Slack 暂时没有响应。您填写的内容都还在，请过一分钟再提交。',
  'common.tooLong': '尚未保存：文字太长，请缩短到 {most} 个字符以内。',
}
