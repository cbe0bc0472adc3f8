// What the demo's tour says, in the languages of the page.

interface StepWords {
  title: string
  text: string
  action: string
}

export interface TourWords {
  title: string
  intro: string
  answer: StepWords
  win: StepWords & { line: string }
  morning: StepWords
  recap: StepWords
  director: StepWords
}

const en: TourWords = {
  title: 'A week in five steps',
  intro:
    'This is a Slack of your own, on your machine, with Pacesetter in it. You can be everybody on the left.',
  answer: {
    title: 'Answer with two presses',
    text: 'Tessa logged her numbers last evening. “As planned” files them with her plan: her standup is in.',
    action: 'Be Tessa',
  },
  win: {
    title: 'Celebrate a win',
    text: 'A deal is typed for you: send it. The channel hears of it at once, with what it does to the target.',
    action: 'Log a deal',
    line: '/kpi signed Hengxin 12,600',
  },
  morning: {
    title: 'See the manager’s message fill up',
    text: 'Who is in, who is missing, where Marta is needed. Each press moves the clock, until the standup is closed.',
    action: 'Half an hour on',
  },
  recap: {
    title: 'Read Monday’s recap',
    text: 'The rest of the week goes by. On Monday, just above the day’s board, the channel reads how it went.',
    action: 'Go to Monday',
  },
  director: {
    title: 'Compare the teams',
    text: 'Home shows Grace, the director, her teams side by side. /kpi teams tells her more.',
    action: 'Be Grace',
  },
}

const zhCN: TourWords = {
  title: '五步看完一周',
  intro: '这是你电脑上自己的 Slack，Pacesetter 已经连上。左边的每个人，你都可以扮演。',
  answer: {
    title: '两下交晨会',
    text: '陈晓东前一天下班前报过数了。点“按计划提交”，数字和计划一起提交，晨会就交好了。',
    action: '扮演陈晓东',
  },
  win: {
    title: '签单报喜',
    text: '签约已代为输入，发送即可。频道里马上报喜，本月目标完成了多少也写在里面。',
    action: '报一单',
    line: '/kpi 签约 恒信 2.6万',
  },
  morning: {
    title: '看主管的早间消息',
    text: '谁交了、谁没交、哪里需要刘敏支持。每点一下，时钟拨快半小时，直到晨会截止。',
    action: '拨快半小时',
  },
  recap: {
    title: '看周一的一周回顾',
    text: '这一周接着往下走；周一频道里有上周的回顾，签单和新纪录都在内，往上翻一点就能看到。',
    action: '拨到周一',
  },
  director: {
    title: '各团队对比',
    text: '总监 Grace 的主页上，各团队并排对比。输入 /kpi 各团队 还能看得更细。',
    action: '扮演 Grace',
  },
}

const zhTW: TourWords = {
  title: '五步看完一週',
  intro: '這是你電腦上自己的 Slack，Pacesetter 已經連上。左邊的每個人，你都可以扮演。',
  answer: {
    title: '兩下交晨會',
    text: '陳曉東前一天下班前報過數了。按「按计划提交」，數字和計畫一起送出，晨會就交好了。',
    action: '扮演陳曉東',
  },
  win: {
    title: '簽約報喜',
    text: '簽約已代為輸入，送出即可。頻道裡馬上報喜，本月目標達成了多少也寫在裡面。',
    action: '報一筆',
    line: '/kpi 签约 恒信 2.6万',
  },
  morning: {
    title: '看主管的早晨訊息',
    text: '誰交了、誰沒交、哪裡需要劉敏協助。每按一下，時鐘撥快半小時，直到晨會截止。',
    action: '撥快半小時',
  },
  recap: {
    title: '看週一的一週回顧',
    text: '這一週接著往下走；週一頻道裡有上週的回顧，簽約和新紀錄都在內，往上捲一點就看得到。',
    action: '撥到週一',
  },
  director: {
    title: '各團隊比較',
    text: '總監 Grace 的主頁上，各團隊並排比較。輸入 /kpi 各團隊 還能看得更細。',
    action: '扮演 Grace',
  },
}

/** In English where there are none. */
export const tourWords = (language: string): TourWords =>
  language === 'zh-TW' ? zhTW : language === 'zh-CN' ? zhCN : en
