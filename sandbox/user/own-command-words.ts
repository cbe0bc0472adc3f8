// What Slackbot says about /invite and /remove, in the language of whoever typed the command.

export interface OwnCommandWords {
  whom(command: string): string
  nobody(name: string): string
  already(userId: string, channel: string): string
  notThere(userId: string, channel: string): string
  removed(userId: string, channel: string): string
  notMember(channel: string): string
  noChannel(name: string): string
  archived(channel: string): string
  onlyInChannels: string
}

const en: OwnCommandWords = {
  whom: (command) => `Whom? Type ${command} and a name, such as ${command} @name.`,
  nobody: (name) => `There is nobody called @${safe(name)} in this workspace.`,
  already: (userId, channel) => `<@${userId}> is already in #${channel}.`,
  notThere: (userId, channel) => `<@${userId}> is not in #${channel}.`,
  removed: (userId, channel) => `You removed <@${userId}> from #${channel}.`,
  notMember: (channel) => `You are not in #${channel} yourself. Join it first.`,
  noChannel: (name) => `You can see no channel called #${safe(name)}.`,
  archived: (channel) => `#${channel} is archived.`,
  onlyInChannels: 'A direct message stays between you two. Type this in a channel.',
}

const zhCn: OwnCommandWords = {
  whom: (command) => `要请谁？请在 ${command} 后面写上名字，例如 ${command} @名字。`,
  nobody: (name) => `这个工作区里没有人叫 @${safe(name)}。`,
  already: (userId, channel) => `<@${userId}> 已经在 #${channel} 里了。`,
  notThere: (userId, channel) => `<@${userId}> 不在 #${channel} 里。`,
  removed: (userId, channel) => `您已将 <@${userId}> 移出 #${channel}。`,
  notMember: (channel) => `您自己还不在 #${channel} 里，请先加入。`,
  noChannel: (name) => `没有找到频道 #${safe(name)}。`,
  archived: (channel) => `#${channel} 已归档。`,
  onlyInChannels: '私信里不能加人，请在频道里输入。',
}

const zhTw: OwnCommandWords = {
  whom: (command) => `要請誰？請在 ${command} 後面寫上名字，例如 ${command} @名字。`,
  nobody: (name) => `這個工作區裡沒有人叫 @${safe(name)}。`,
  already: (userId, channel) => `<@${userId}> 已經在 #${channel} 裡了。`,
  notThere: (userId, channel) => `<@${userId}> 不在 #${channel} 裡。`,
  removed: (userId, channel) => `您已將 <@${userId}> 移出 #${channel}。`,
  notMember: (channel) => `您自己還不在 #${channel} 裡，請先加入。`,
  noChannel: (name) => `沒有找到頻道 #${safe(name)}。`,
  archived: (channel) => `#${channel} 已封存。`,
  onlyInChannels: '私訊裡不能加人，請在頻道裡輸入。',
}

export function wordsFor(locale: string): OwnCommandWords {
  if (!locale.startsWith('zh')) return en
  return /TW|HK|Hant/.test(locale) ? zhTw : zhCn
}

/** A typed name is shown as it was typed. */
const safe = (name: string) => name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
