// What people type for the presets besides their names and keys, in every language.

const list = (aliases: string): readonly string[] => aliases.split(', ')

export const metricAliases: Readonly<Record<string, readonly string[]>> = {
  calls: list(
    'dials, phone calls, call, 打电话, 打電話, 外呼, 拨打, 撥打, 通话, 通話, 电话数, 電話量, 电访, ' + '電訪',
  ),
  validCalls: list(
    'valid calls, connects, answered calls, effective calls, 有效电话, 有效電話, 接通, 接通数, ' +
      '接通數, 接听, 接聽',
  ),
  followUps: list(
    'followups, follow ups, follow up, touches, touchpoints, 回访, 回訪, 跟单, 跟單, 跟进量, 跟進, ' +
      '客户跟进, 客戶追蹤',
  ),
  proposals: list(
    'proposals, pitches, offers, 提案数, 方案数, 方案量, 提方案, 企划书, 企劃書, 提案书, 提案書',
  ),
  quotes: list('quotations, quotes, quote, 报价单, 報價單, 报价量, 出报价, 詢報價, 询报价, 估价单, 估價單'),
  visits: list(
    'meetings, meetings held, site visits, appointments, client visits, 上门, 上門, 面访, 面訪, ' +
      '面谈, 面談, 客户拜访, 客戶拜訪, 拜访数',
  ),
  leadsConverted: list(
    'converted leads, conversions, lead conversions, 转化数, 轉換數, 线索转化量, 转商机, 轉商機',
  ),
  qualifiedLeads: list(
    'mql, mqls, sql, sqls, qualified, good leads, 合格线索, 合格名單, 优质线索, 有效商机, ' +
      '有效商機, 有效客资, 有效名单',
  ),
  addedContacts: list(
    'added contacts, new contacts, contacts, wechat, wechat adds, line adds, 加微信, 加微, 微信, ' +
      '新加微信, 加好友, 新增好友, 加line, 加賴',
  ),
  newCustomers: list(
    'new clients, new accounts, new logos, deals closed, closed deals, deals, 成单, 成單, 成交, ' +
      '签单, 簽單, 新签客户, 新客户, 成交客户, 成交客戶',
  ),
  newRevenue: list(
    'new business, new sales, new bookings, 新签额, 新签业绩, 新客金额, 新客業績, 新客金額, ' +
      '新签收入, 业绩, 業績',
  ),
  contractValue: list(
    'contract amount, contracts signed, signed value, tcv, acv, 合同额, 合約額, 签约额, 簽約額, ' +
      '签约金额, 簽約金額, 签单额, 签单金额, 簽單金額, 成交额, 成交额度, 成交額',
  ),
  paymentsCollected: list(
    'collections, payments received, payments, cash collected, cash in, 回款, 回款金额, 回款金額, ' +
      '收款, 收款额, 收款金额, 到账, 到款, 入账, 入帳, 到帳',
  ),
  proposalWinRate: list('win rate, close rate, closing rate, 赢单率, 贏單率, 成单率'),
  leadToCustomerRate: list('conversion rate, lead conversion rate, 转化率, 轉換率, 线索转化率, 名單轉換率'),
  renewalsDue: list(
    'due for renewal, expiring contracts, up for renewal, 到期, 到期客户, 到期客戶, 待续约, ' + '待續約',
  ),
  renewalsWon: list('renewals, renewed, contracts renewed, 续约, 續約, 续签, 續簽, 续费, 續費'),
  orders: list('order, orders placed, 下单, 下單, 订单, 訂單, 订单量, 訂單量, 单量, 單量'),
  repeatOrders: list('reorders, repeat sales, repeat purchases, 复购, 複購, 回購, 回购, 返单, 返單, 再購'),
  customerSatisfaction: list(
    'csat, satisfaction, satisfaction score, 满意度, 滿意度, 客诉满意度, 满意度评分, 滿意度評分',
  ),
  expansionRevenue: list(
    'upsell, upsells, upsell revenue, cross sell, expansion, 增购, 加購, 追加销售, 追加銷售, ' +
      '增购额, 加購金額, 扩单, 擴單',
  ),
  renewalRate: list('retention, retention rate, 续费率, 續費率, 留存率'),
  repeatRate: list('repeat purchase rate, reorder rate, 回购率, 複購率'),
  campaignsRun: list('campaigns, events, events run, 活动, 活動, 活动数, 活動數, 办活动, 辦活動'),
  campaignCost: list(
    'spend, ad spend, campaign spend, cost, 花费, 花費, 投放费用, 投放, 广告费, 廣告費, 活动花费, ' +
      '活動支出',
  ),
  leads: list(
    'lead, new leads, enquiries, inquiries, 线索, 線索, 客资, 客資, 线索数, 询盘, 詢盤, 名单, ' + '名單',
  ),
  participants: list(
    'attendees, attendance, sign ups, signups, 到场人数, 到場人數, 参会人数, 參加者, 报名人数, ' +
      '報名人數, 与会人数',
  ),
  exposure: list('impressions, views, reach, 曝光, 曝光数, 曝光數, 浏览量, 瀏覽量, 阅读量, 觀看次數, 展现量'),
  attributedRevenue: list(
    'campaign revenue, marketing revenue, sourced revenue, 活动营收, 活動營收, 活动收入, 活動收入, ' +
      '活动带来收入',
  ),
  roi: list('return on investment, romi, roas, 投入产出比, 投产比, 投報率, 投資報酬率, 回报率'),
  costPerLead: list('cpl, lead cost, 获客成本, 獲客成本, 单条线索成本'),
  reportsDelivered: list('reports, analyses, 报告, 報告, 报告数, 報告數, 分析报告, 分析報告'),
  reportsOnTime: list('reports on time, on time, timely reports, 按时, 準時, 按时报告, 準時報告, 按期交付'),
  insightsAdopted: list(
    'insights, recommendations adopted, adopted insights, 建议, 建議, 采纳, 採納, 采纳数, 採納數, ' + '洞察',
  ),
  forecastError: list(
    'forecast accuracy gap, forecast miss, forecast variance, 预测误差, 預測偏差, 偏差, 误差, ' + '誤差',
  ),
  onTimeRate: list('punctuality, timeliness, 按时率, 準時率, 及时率, 及時率'),
}
