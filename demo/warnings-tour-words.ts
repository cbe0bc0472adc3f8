// What the demo's tour of warnings says, in the languages of the page.

interface StepWords {
  title: string
  text: string
  action: string
}

export interface WarningsTourWords {
  title: string
  intro: string
  steps: Record<'sign' | 'line' | 'warning' | 'urgent' | 'director' | 'takeOn' | 'todo' | 'over', StepWords>
  /** Typed for the visitor. */
  todoLine: string
}

const en: WarningsTourWords = {
  title: 'When somebody falls behind',
  intro: 'Darius makes fewer calls. See who hears of it, when, and how it stops. The steps move the clock.',
  steps: {
    sign: {
      title: 'An early sign, for him alone',
      text: 'A little below pace, three mornings in a row: the bot tells Darius, and what brings him back.',
      action: 'Be Darius',
    },
    line: {
      title: 'One line for his manager',
      text: 'Marta’s morning message names Darius. Nothing more is asked of her yet.',
      action: 'Be Marta',
    },
    warning: {
      title: 'A warning, for both',
      text: 'It has become worse, so Marta gets it as well, with three buttons. She leaves it for now.',
      action: 'Go to the next day',
    },
    urgent: {
      title: 'Urgent',
      text: 'Worse again. Marta now has two working hours to take it on. She does not.',
      action: 'Go one more day on',
    },
    director: {
      title: 'The director is told',
      text: 'The two hours are over, and nobody is on it: Grace gets it with the same buttons.',
      action: 'Two hours on',
    },
    takeOn: {
      title: 'Somebody is on it',
      text: 'Press “I’m on it” and say what will be done, and until when. Every further step stops.',
      action: 'Answer as Marta',
    },
    todo: {
      title: 'It is on her list',
      text: 'A command is typed for you: send it. What Marta plans stands among her open items.',
      action: 'See her list',
    },
    over: {
      title: 'Over',
      text: 'They make the calls together. Press until the number is back: all who were told hear it, once.',
      action: 'A day on',
    },
  },
  todoLine: '/kpi todo',
}

const zhCN: WarningsTourWords = {
  title: '有人落后了怎么办',
  intro: '王思雨的电话量在下滑。看看谁在什么时候知道、怎样才停下来。每一步会拨动时钟。',
  steps: {
    sign: {
      title: '先只提示本人',
      text: '连续三个早上略低于进度：只告诉王思雨本人，并写明每天要打多少电话才能赶上。',
      action: '扮演王思雨',
    },
    line: {
      title: '主管早上看到一行',
      text: '刘敏的早间消息里有一行提到王思雨，暂时不用她做什么。',
      action: '扮演刘敏',
    },
    warning: {
      title: '预警：本人和主管',
      text: '情况变差，刘敏也收到了，消息上有三个按钮。她先没有处理。',
      action: '到下一天',
    },
    urgent: {
      title: '紧急',
      text: '又变差了。刘敏要在两个工作小时内跟进，但她没有回应。',
      action: '再过一天',
    },
    director: {
      title: '上报总监',
      text: '两小时过去了，还没有人跟进：总监 Grace 收到同样的消息和按钮。',
      action: '拨快两小时',
    },
    takeOn: {
      title: '有人跟进',
      text: '点“我来跟进”，写下打算怎么做、到哪天。后续的提醒马上全部停止。',
      action: '由刘敏跟进',
    },
    todo: {
      title: '进入她的待办',
      text: '命令已代为输入，发送即可。刘敏答应的事就在她的待办清单里。',
      action: '看她的待办',
    },
    over: {
      title: '解除',
      text: '两人一起打电话。一天天往后拨，直到进度追回：收到过预警的人各收到一次通知。',
      action: '拨到下一天',
    },
  },
  todoLine: '/kpi 待办',
}

const zhTW: WarningsTourWords = {
  title: '有人落後了怎麼辦',
  intro: '王思雨的電話數在下滑。看看誰在什麼時候知道、怎樣才停下來。每一步會撥動時鐘。',
  steps: {
    sign: {
      title: '先只提示本人',
      text: '連續三個早上略低於進度：只告訴王思雨本人，並寫明每天要打多少電話才能趕上。',
      action: '扮演王思雨',
    },
    line: {
      title: '主管早上看到一行',
      text: '劉敏的早晨訊息裡有一行提到王思雨，暫時不用她做什麼。',
      action: '扮演劉敏',
    },
    warning: {
      title: '預警：本人和主管',
      text: '情況變差，劉敏也收到了，訊息上有三個按鈕。她先沒有處理。',
      action: '到下一天',
    },
    urgent: {
      title: '緊急',
      text: '又變差了。劉敏要在兩個工作小時內跟進，但她沒有回應。',
      action: '再過一天',
    },
    director: {
      title: '上報總監',
      text: '兩小時過去了，還沒有人跟進：總監 Grace 收到同樣的訊息和按鈕。',
      action: '撥快兩小時',
    },
    takeOn: {
      title: '有人跟進',
      text: '按「我来跟进」，寫下打算怎麼做、到哪天。後續的提醒馬上全部停止。',
      action: '由劉敏跟進',
    },
    todo: {
      title: '進入她的待辦',
      text: '指令已代為輸入，送出即可。劉敏答應的事就在她的待辦清單裡。',
      action: '看她的待辦',
    },
    over: {
      title: '解除',
      text: '兩人一起打電話。一天天往後撥，直到進度追回：收到過預警的人各收到一次通知。',
      action: '撥到下一天',
    },
  },
  todoLine: '/kpi 待办',
}

/** In English where there are none. */
export const warningsTourWords = (language: string): WarningsTourWords =>
  language === 'zh-TW' ? zhTW : language === 'zh-CN' ? zhCN : en
