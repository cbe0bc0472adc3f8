// English: reports, their cards, form and summary, and requests for support.
export const report = {
  'report.weekly': 'weekly report',
  'report.prompt': '*{team}*: your {checkin} for {date}. It closes at {time}.',
  'report.nudge': '{by} asks for your {checkin} in *{team}* for {date}. It closes at {time}.',
  'report.asItStands': 'As it stands',
  'report.asItStandsHint': '_As it stands_ submits just this; you can add to it until the close.',
  'report.hint': 'What is known of your week is filled in. Change or add what you like.',
  'report.results': 'Results and key achievements',
  'report.plan': 'Plan and goals for next week',
  'report.challenges': 'Challenges',
  'report.market': 'Market insight and customer feedback',
  'report.resultsShort': 'Results',
  'report.planShort': 'Next week',
  'report.challengesShort': 'Challenges',
  'report.marketShort': 'Market and customers',
  'report.support': 'Support you need',
  'report.supportHint':
    'One line for each request. Whoever you name below finds it on their to-do list, and it is shown here until it is done.',
  'report.supportFrom': 'Who should help?',
  'report.supportBy': 'By when?',
  'report.supportOpen': '{text} · {owner} by {date}',
  'report.supportDone': '{text} · {owner} has done it',
  'report.supportTitle': 'Support needed',
  'report.supportCount':
    '{count, plural, one {# request for support is open} other {# requests for support are open}}',
  'report.won': 'Won: {deal}',
  'report.missedOver': '*{team}*: the {checkin} for {date} is over, without your answer.',
  'report.closed': 'This is closed, so your answer can no longer be changed.',
  'report.over': 'This is over: late answers are taken until midnight of the day.',
  'report.saysNothing': 'Nothing is filled in yet. One section, one number or one request is enough.',
  'report.helperUnknown': 'Please choose somebody of this team, its manager, or a manager above.',
  'report.duePast': 'Please choose a day that is still to come.',
  'report.none':
    'Your team has no weekly report. Its manager can switch it on in `/kpi setup`. What you do every day is here:',
  'report.noLast': 'There is no earlier report of yours here yet. `/kpi report` opens this week’s.',
  'report.asks': '{by} asks:',
  'report.reply': 'Your answer to this',
  'report.replyHint': 'Whoever asked finds it in their digest. You can change your report below as well.',
  'report.formHeadReopened':
    '*{team}*: {checkin} for {date}. It is open again for you until {untilDate}, {untilTime}; numbers stay as they are.',
  'report.asksAbout': '{by} asks about your {checkin} for {date}:',
  'report.reopened': 'It is open again for you until {untilDate}, {untilTime}.',
  'report.answerQuestion': 'Answer',
  'report.questionAnswered': 'You have answered.',
  'report.questionOver': 'The time to answer this is over.',
  'report.questionGone': '{by} has taken back a question about your {checkin} for {date}.',
  'report.questionReplaced':
    '{by} has changed a question about your {checkin} for {date}: it stands below now.',
  'report.draft': 'Draft it',
  'report.drafting':
    ':hourglass_flowing_sand: Your draft is being written from your own numbers. What you type stays as it is.',
  'report.draftByModel':
    ':sparkles: The draft below your fields was written by a language model. Correct or empty it: it is filed with what you wrote.',
  'report.draftByRule':
    'The draft below your fields was put together from your numbers. Correct or empty it: it is filed with what you wrote.',
  'report.draftEmpty': 'Nothing has been entered this week yet that a draft could be made of.',
  'report.draftOf': 'Draft: {section}',
  'report.draftHintModel': 'Written by a language model until you edit it.',
  'report.draftHint': 'Put together from your numbers.',
  'report.draftedByModel': '{title} (drafted by a language model)',
  'report.draftTooLong':
    'Together with your own text this has more than {most, number} characters. Please shorten it.',
} as const
