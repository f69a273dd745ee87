<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AccountPage</name>
    <message>
        <source>Entries</source>
        <translation>分录</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>分录</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>归属</translation>
    </message>
    <message>
        <source>Debit</source>
        <translation>借方</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>贷方</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>余额</translation>
    </message>
    <message>
        <source>{count} entries; debits are positive.</source>
        <translation>{count} 笔分录；借方为正。</translation>
    </message>
    <message>
        <source>open where it comes from</source>
        <translation>打开来源</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation>页面(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
</context>
<context>
    <name>AgreementForm</name>
    <message>
        <source>Draft an agreement</source>
        <translation>起草协议</translation>
    </message>
    <message>
        <source>Edit {number}</source>
        <translation>编辑 {number}</translation>
    </message>
    <message>
        <source>It takes effect when it is signed.</source>
        <translation>签署时生效。</translation>
    </message>
    <message>
        <source>Save the draft</source>
        <translation>保存草稿</translation>
    </message>
    <message>
        <source>Agreement saved</source>
        <translation>协议已保存</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>未注明</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Exclusivity</source>
        <translation>许可方式</translation>
    </message>
    <message>
        <source>Other party</source>
        <translation>对方当事人</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Field of use</source>
        <translation>使用领域</translation>
    </message>
    <message>
        <source>Territory</source>
        <translation>地域</translation>
    </message>
    <message>
        <source>In force from</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>一次</translation>
    </message>
    <message>
        <source>Quarterly</source>
        <translation>每季度</translation>
    </message>
    <message>
        <source>Yearly</source>
        <translation>每年</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>条款类型</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Amount, {currency}</source>
        <translation>金额，{currency}</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>汇率</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Add term</source>
        <translation>添加条款</translation>
    </message>
    <message>
        <source>End {number}</source>
        <translation>终止 {number}</translation>
    </message>
    <message>
        <source>Record the end</source>
        <translation>记录终止</translation>
    </message>
    <message>
        <source>{number} ended</source>
        <translation>{number} 已终止</translation>
    </message>
    <message>
        <source>Terminated</source>
        <translation>已终止</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已届满</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>终止日</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Everything in the template is recorded.</source>
        <translation>模板中的各项均有记录。</translation>
    </message>
    <message>
        <source>The template asks for these, and no record holds them.</source>
        <translation>模板需要以下各项，而记录中没有。</translation>
    </message>
    <message>
        <source>Write the licence</source>
        <translation>生成许可协议</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
</context>
<context>
    <name>AgreementList</name>
    <message>
        <source>Filter agreements</source>
        <translation>筛选协议</translation>
    </message>
    <message>
        <source>Agreements</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>Draft an agreement…</source>
        <translation>起草协议…</translation>
    </message>
    <message>
        <source>No agreement yet</source>
        <translation>还没有协议</translation>
    </message>
    <message>
        <source>Licences, options and other agreements on the office&apos;s cases.</source>
        <translation>办公室案件的许可、选择权和其他协议。</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Other party</source>
        <translation>对方当事人</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>签署日</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>&lt;b&gt;{count}&lt;/b&gt; agreements</source>
        <translation>&lt;b&gt;{count}&lt;/b&gt; 份协议</translation>
    </message>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
</context>
<context>
    <name>AgreementPage</name>
    <message>
        <source>Previous change</source>
        <translation>上一变更</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>下一变更</translation>
    </message>
    <message>
        <source>Terms in force on</source>
        <translation>条款有效于</translation>
    </message>
    <message>
        <source>Cases and their shares of the income</source>
        <translation>案件及其收入份额</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>No terms are recorded.</source>
        <translation>没有登记条款。</translation>
    </message>
    <message>
        <source>No term is in force on this day. The first begins {day}.</source>
        <translation>该日没有有效的条款。首项自 {day} 起。</translation>
    </message>
    <message>
        <source>signed {day}</source>
        <translation>{day} 签署</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>至 {day}</translation>
    </message>
    <message>
        <source>ended {day}</source>
        <translation>{day} 终止</translation>
    </message>
    <message>
        <source>{size} when it signed</source>
        <translation>签署时为 {size}</translation>
    </message>
    <message>
        <source>Write the licence to</source>
        <translation>许可协议写入</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>已写入：{path}</translation>
    </message>
    <message>
        <source>&lt;b&gt;{count}&lt;/b&gt; terms in force on {day}</source>
        <translation>&lt;b&gt;{count}&lt;/b&gt; 项条款有效于 {day}</translation>
    </message>
    <message>
        <source>change of terms</source>
        <translation>条款变更</translation>
    </message>
    <message>
        <source>back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Write licence…</source>
        <translation>生成许可协议…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Sign…</source>
        <translation>签署…</translation>
    </message>
    <message>
        <source>End…</source>
        <translation>终止…</translation>
    </message>
    <message>
        <source>Shares…</source>
        <translation>股份…</translation>
    </message>
    <message>
        <source>Next change of terms</source>
        <translation>下一条款变更</translation>
    </message>
    <message>
        <source>Previous change of terms</source>
        <translation>上一条款变更</translation>
    </message>
</context>
<context>
    <name>AgreementParts</name>
    <message>
        <source>Clause</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>条款类型</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>From</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>once</source>
        <translation>一次</translation>
    </message>
    <message>
        <source>quarterly</source>
        <translation>每季度</translation>
    </message>
    <message>
        <source>yearly</source>
        <translation>每年</translation>
    </message>
    <message>
        <source>{often}, {days} days after</source>
        <translation>{often}，其后 {days} 天</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>份额</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>Kind of income</source>
        <translation>收入类型</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Gross</source>
        <translation>毛额</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文件</translation>
    </message>
</context>
<context>
    <name>AgreementSheets</name>
    <message>
        <source>Draft an agreement</source>
        <translation>起草协议</translation>
    </message>
    <message>
        <source>It gets its number now, and takes effect when signed.</source>
        <translation>协议现在即获编号，签署时生效。</translation>
    </message>
    <message>
        <source>Save the draft</source>
        <translation>保存草稿</translation>
    </message>
    <message>
        <source>Agreement drafted</source>
        <translation>协议已起草</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>未注明</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Exclusivity</source>
        <translation>许可方式</translation>
    </message>
    <message>
        <source>Other party</source>
        <translation>对方当事人</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Field of use</source>
        <translation>使用领域</translation>
    </message>
    <message>
        <source>Territory</source>
        <translation>地域</translation>
    </message>
    <message>
        <source>In force from</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Up-front fee</source>
        <translation>入门费</translation>
    </message>
    <message>
        <source>Royalty of net sales</source>
        <translation>净销售额提成</translation>
    </message>
    <message>
        <source>Yearly minimum</source>
        <translation>年度最低额</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Sign {number}</source>
        <translation>签署 {number}</translation>
    </message>
    <message>
        <source>Record the signature</source>
        <translation>登记签署</translation>
    </message>
    <message>
        <source>{number} signed</source>
        <translation>{number} 已签署</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>签署日</translation>
    </message>
</context>
<context>
    <name>Agreements</name>
    <message>
        <source>Agreements</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>Draft an agreement</source>
        <translation>起草协议</translation>
    </message>
</context>
<context>
    <name>AgreementsTab</name>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Other party</source>
        <translation>对方当事人</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Exclusivity</source>
        <translation>许可方式</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>签署日</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Agreements</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>Draft an agreement…</source>
        <translation>起草协议…</translation>
    </message>
    <message>
        <source>No agreement yet. A draft gets its number at once.</source>
        <translation>还没有协议。草稿即有编号。</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草案</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Terminated</source>
        <translation>已终止</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已届满</translation>
    </message>
</context>
<context>
    <name>Amounts</name>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
</context>
<context>
    <name>AsOfBar</name>
    <message>
        <source>As of the end of this day</source>
        <translation>截至当日结束时</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>The change before (,)</source>
        <translation>上一次变更（,）</translation>
    </message>
    <message>
        <source>The change after (.)</source>
        <translation>下一次变更（.）</translation>
    </message>
    <message>
        <source>Back to today</source>
        <translation>回到今天</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>What the office had recorded by the end of the day you choose.</source>
        <translation>显示截至所选日期结束时办公室的记录。</translation>
    </message>
    <message>
        <source>Type a day, such as 3 May 2026.</source>
        <translation>请输入日期，如 2026-05-03。</translation>
    </message>
    <message>
        <source>That day has not come yet.</source>
        <translation>该日期尚未到来。</translation>
    </message>
</context>
<context>
    <name>AskOfficer</name>
    <message>
        <source>Who is working?</source>
        <translation>使用者是谁？</translation>
    </message>
    <message>
        <source>Your name stands beside everything you change. It is declared, not proved.</source>
        <translation>您所作的每项更改旁都有您的姓名。姓名由本人声明，未经验证。</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>技术经理</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Choose a name, or type yours.</source>
        <translation>请选择姓名，或输入您的姓名。</translation>
    </message>
</context>
<context>
    <name>AskPassphrase</name>
    <message>
        <source>Choose a passphrase. Without it nobody can read the office again, not even we.</source>
        <translation>请设定口令。没有口令，谁也无法再读取此办公室，我们也不能。</translation>
    </message>
    <message>
        <source>This office is encrypted.</source>
        <translation>此办公室已加密。</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>再输一次</translation>
    </message>
    <message>
        <source>Encrypt</source>
        <translation>加密</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Type the passphrase.</source>
        <translation>请输入口令。</translation>
    </message>
    <message>
        <source>The two differ. Type both again.</source>
        <translation>两次输入不一致。请重新输入。</translation>
    </message>
</context>
<context>
    <name>AwardSheet</name>
    <message>
        <source>New award</source>
        <translation>新建资助项目</translation>
    </message>
    <message>
        <source>The day of the agreement decides which federal rules hold.</source>
        <translation>协议日期决定适用哪一版联邦规则。</translation>
    </message>
    <message>
        <source>Save the award</source>
        <translation>保存资助项目</translation>
    </message>
    <message>
        <source>Award recorded</source>
        <translation>资助项目已登记</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Sponsor</source>
        <translation>资助方</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Agreement of</source>
        <translation>协议日期</translation>
    </message>
    <message>
        <source>Send {label} back</source>
        <translation>退回{label}</translation>
    </message>
    <message>
        <source>The inventors read the reason. Editing it counts as received again.</source>
        <translation>发明人会看到理由。重新编辑即视为再次收到。</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Disclosure {label} sent back</source>
        <translation>披露{label}已退回</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>Bench</name>
    <message>
        <source>Undone: {action}</source>
        <translation>已撤销：{action}</translation>
    </message>
</context>
<context>
    <name>Beside</name>
    <message>
        <source>What saving starts, and similar cases</source>
        <translation>保存后的结果与相似案件</translation>
    </message>
    <message>
        <source>What saving will start or move</source>
        <translation>保存后启动或变动的事项</translation>
    </message>
    <message>
        <source>Dates from these answers, by rule</source>
        <translation>由以上内容按规则得出的日期</translation>
    </message>
    <message>
        <source>File before it is public</source>
        <translation>公开之前须申请</translation>
    </message>
    <message>
        <source>{country} grace period ends</source>
        <translation>{country}宽限期届满</translation>
    </message>
    <message>
        <source>None yet. A publication, done or planned, starts the bar dates.</source>
        <translation>暂无。已有或计划的公开会启动法定期限。</translation>
    </message>
    <message>
        <source>Similar on file</source>
        <translation>已有的相似案件</translation>
    </message>
    <message>
        <source>Nothing like it.</source>
        <translation>没有相似的。</translation>
    </message>
</context>
<context>
    <name>BookingSheets</name>
    <message>
        <source>Record an expense</source>
        <translation>记录支出</translation>
    </message>
    <message>
        <source>Book the expense</source>
        <translation>支出入账</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>The case as a whole</source>
        <translation>整个案件</translation>
    </message>
    <message>
        <source>For</source>
        <translation>用于</translation>
    </message>
    <message>
        <source>Paid to</source>
        <translation>收款方</translation>
    </message>
    <message>
        <source>Their invoice</source>
        <translation>对方发票号</translation>
    </message>
    <message>
        <source>Who bears it</source>
        <translation>承担方</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Reverse {number}</source>
        <translation>冲销 {number}</translation>
    </message>
    <message>
        <source>{amount} is booked back. Both bookings stay on record.</source>
        <translation>冲回 {amount}。两笔入账均保留在案。</translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation>冲销</translation>
    </message>
    <message>
        <source>{number} reversed</source>
        <translation>{number} 已冲销</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Booked at once. A mistake is corrected by its reversal.</source>
        <translation>立即入账。如有错误，以冲销更正。</translation>
    </message>
    <message>
        <source>Booked. To take it back, reverse it under Money.</source>
        <translation>已入账。如要收回，请在“资金”中冲销。</translation>
    </message>
</context>
<context>
    <name>CaseActions</name>
    <message>
        <source>Disclosure {label} accepted</source>
        <translation>披露{label}已受理</translation>
    </message>
    <message>
        <source>Close the case…</source>
        <translation>结案…</translation>
    </message>
    <message>
        <source>Reopen the case…</source>
        <translation>重新启动案件…</translation>
    </message>
    <message>
        <source>Edit the case…</source>
        <translation>编辑案件…</translation>
    </message>
    <message>
        <source>Add note…</source>
        <translation>添加备注…</translation>
    </message>
    <message>
        <source>Add task…</source>
        <translation>添加任务…</translation>
    </message>
    <message>
        <source>Add file…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Decide: assessment…</source>
        <translation>决定：评估…</translation>
    </message>
    <message>
        <source>Decide: file or not…</source>
        <translation>决定：是否申请…</translation>
    </message>
    <message>
        <source>Record a filing…</source>
        <translation>登记申请…</translation>
    </message>
    <message>
        <source>Record an expense…</source>
        <translation>记录支出…</translation>
    </message>
    <message>
        <source>Draft an agreement…</source>
        <translation>起草协议…</translation>
    </message>
    <message>
        <source>Record a receipt…</source>
        <translation>记录收款…</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>移交…</translation>
    </message>
    <message>
        <source>Set owners…</source>
        <translation>设定权利人…</translation>
    </message>
    <message>
        <source>Offer title…</source>
        <translation>提议所有权…</translation>
    </message>
    <message>
        <source>Accept the disclosure</source>
        <translation>受理披露</translation>
    </message>
    <message>
        <source>Open the disclosure</source>
        <translation>打开披露</translation>
    </message>
</context>
<context>
    <name>CaseColumns</name>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Mgr</source>
        <translation>经理</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Next date</source>
        <translation>下一日期</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>FY income</source>
        <translation>财年收入</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>院系</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>领域</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
</context>
<context>
    <name>CaseHead</name>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>received {day}</source>
        <translation>{day} 收到</translation>
    </message>
    <message>
        <source>closed {day}</source>
        <translation>{day} 结案</translation>
    </message>
    <message>
        <source>No manager yet</source>
        <translation>尚无技术经理</translation>
    </message>
    <message>
        <source>all assigned</source>
        <translation>全部已转让</translation>
    </message>
    <message>
        <source>Not yet assigned: {names}</source>
        <translation>尚未转让：{names}</translation>
    </message>
    <message>
        <source>Assignment refused: {names}</source>
        <translation>拒绝转让：{names}</translation>
    </message>
</context>
<context>
    <name>CaseInTime</name>
    <message>
        <source>The office had nothing recorded of this case by then.</source>
        <translation>截至当日，办公室尚无此案件的任何记录。</translation>
    </message>
    <message>
        <source>As recorded by entry {number}, {moment}. Nothing can be changed here.</source>
        <translation>以审计条目 {number}（{moment}）为止的记录为准，此处不能更改。</translation>
    </message>
    <message>
        <source>As of today</source>
        <translation>截至今天</translation>
    </message>
    <message>
        <source>As of {day}</source>
        <translation>截至 {day}</translation>
    </message>
    <message>
        <source>Show the case as of a day (H)</source>
        <translation>显示案件在某日的记录（H）</translation>
    </message>
    <message>
        <source>As of a day…</source>
        <translation>截至某日…</translation>
    </message>
    <message>
        <source>The change before</source>
        <translation>上一次变更</translation>
    </message>
    <message>
        <source>The change after</source>
        <translation>下一次变更</translation>
    </message>
    <message>
        <source>Back to today</source>
        <translation>回到今天</translation>
    </message>
</context>
<context>
    <name>CaseList</name>
    <message>
        <source>Filter cases</source>
        <translation>筛选案件</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>No case yet</source>
        <translation>还没有案件</translation>
    </message>
    <message>
        <source>A case begins with a disclosure. Write down the first one, or import a list.</source>
        <translation>案件始于披露。请写下第一份披露，或导入列表。</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>新建案件</translation>
    </message>
    <message>
        <source>No case fits</source>
        <translation>没有符合的案件</translation>
    </message>
    <message>
        <source>Nothing fits the words and filters above. Take one away, or show all cases.</source>
        <translation>没有内容符合上方的词语和筛选。请去掉一项，或显示全部案件。</translation>
    </message>
    <message>
        <source>Show all cases</source>
        <translation>显示全部案件</translation>
    </message>
    <message>
        <source>{found} of {all}</source>
        <translation>{found} / {all}</translation>
    </message>
    <message>
        <source>Export {count}</source>
        <translation>导出 {count} 项</translation>
    </message>
    <message>
        <source>Keep this as a view…</source>
        <translation>存为视图…</translation>
    </message>
    <message>
        <source>Keep this view</source>
        <translation>存为视图</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx);;Text (*.csv)</source>
        <translation>工作簿 (*.xlsx);;文本 (*.csv)</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>导出列表</translation>
    </message>
    <message>
        <source>Writing the list</source>
        <translation>正在写入列表</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>已写入：{file}</translation>
    </message>
    <message>
        <source>{count} chosen</source>
        <translation>已选 {count} 项</translation>
    </message>
    <message>
        <source>income of these this fiscal year {sum}</source>
        <translation>所列案件本财年收入 {sum}</translation>
    </message>
    <message>
        <source>filtered in {ms} ms</source>
        <translation>筛选用时 {ms} 毫秒</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>select</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>view</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>筛选列表</translation>
    </message>
    <message>
        <source>Next view</source>
        <translation>下一视图</translation>
    </message>
    <message>
        <source>Add a filter</source>
        <translation>添加筛选</translation>
    </message>
</context>
<context>
    <name>CasePage</name>
    <message>
        <source>Parts of the case</source>
        <translation>案件各部分</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Disclosure</source>
        <translation>披露</translation>
    </message>
    <message>
        <source>Patents</source>
        <translation>专利</translation>
    </message>
    <message>
        <source>Agreements</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>资金</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Notes and tasks</source>
        <translation>备注与任务</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>change before, after</source>
        <translation>上一次、下一次变更</translation>
    </message>
    <message>
        <source>another day</source>
        <translation>另选日期</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>accept the disclosure</source>
        <translation>受理披露</translation>
    </message>
    <message>
        <source>sign the draft</source>
        <translation>签署草案</translation>
    </message>
    <message>
        <source>Step {number}</source>
        <translation>步骤 {number}</translation>
    </message>
    <message>
        <source>Actions of this case</source>
        <translation>此案件的操作</translation>
    </message>
    <message>
        <source>Next part</source>
        <translation>下一部分</translation>
    </message>
    <message>
        <source>Previous part</source>
        <translation>上一部分</translation>
    </message>
</context>
<context>
    <name>CaseSheets</name>
    <message>
        <source>Edit {number}</source>
        <translation>编辑 {number}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>{number} saved</source>
        <translation>{number} 已保存</translation>
    </message>
    <message>
        <source>New case without a disclosure</source>
        <translation>新建案件（无披露）</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>建立案件</translation>
    </message>
    <message>
        <source>Case opened</source>
        <translation>案件已建立</translation>
    </message>
    <message>
        <source>Technology manager</source>
        <translation>技术经理</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Empty for the next free one.</source>
        <translation>留空则使用下一个空号。</translation>
    </message>
    <message>
        <source>Not chosen</source>
        <translation>未选</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Abstract</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>领域</translation>
    </message>
    <message>
        <source>Readiness level, 1 to 9</source>
        <translation>技术成熟度，1 至 9</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>关键词</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>Number elsewhere</source>
        <translation>外部编号</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>院系</translation>
    </message>
    <message>
        <source>Hand {number} over</source>
        <translation>移交 {number}</translation>
    </message>
    <message>
        <source>{name} answers for it now.</source>
        <translation>现由{name}负责。</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>移交</translation>
    </message>
    <message>
        <source>{number} handed over</source>
        <translation>{number} 已移交</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>接手人</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>From</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Close {number}</source>
        <translation>结案：{number}</translation>
    </message>
    <message>
        <source>Reopen {number}</source>
        <translation>重新启动 {number}</translation>
    </message>
    <message>
        <source>Nothing is deleted: a closed case can be reopened.</source>
        <translation>内容均不删除：已结案的案件可重新启动。</translation>
    </message>
    <message>
        <source>Close the case</source>
        <translation>结案</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>重新启动</translation>
    </message>
    <message>
        <source>{number} closed</source>
        <translation>{number} 已结案</translation>
    </message>
    <message>
        <source>{number} reopened</source>
        <translation>{number} 已重新启动</translation>
    </message>
</context>
<context>
    <name>CaseSide</name>
    <message>
        <source>Due, money and rights of the case</source>
        <translation>案件的到期事项、资金与权利</translation>
    </message>
    <message>
        <source>next of {count}</source>
        <translation>共 {count} 项</translation>
    </message>
    <message>
        <source>Add a task</source>
        <translation>添加任务</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期事项</translation>
    </message>
    <message>
        <source>No open date.</source>
        <translation>没有未完成的日期。</translation>
    </message>
    <message>
        <source>Money so far</source>
        <translation>累计资金</translation>
    </message>
    <message>
        <source>Rights and family</source>
        <translation>权利与专利族</translation>
    </message>
</context>
<context>
    <name>CaseViews</name>
    <message>
        <source>All open</source>
        <translation>全部未结</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我负责的</translation>
    </message>
    <message>
        <source>New this month</source>
        <translation>本月新增</translation>
    </message>
    <message>
        <source>Marketing</source>
        <translation>推广中</translation>
    </message>
    <message>
        <source>Licensed</source>
        <translation>已许可</translation>
    </message>
    <message>
        <source>Granted, unlicensed</source>
        <translation>已授权未许可</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未结</translation>
    </message>
    <message>
        <source>Received since {day}</source>
        <translation>{day} 起收到</translation>
    </message>
    <message>
        <source>{step} under way</source>
        <translation>{step}进行中</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>技术经理</translation>
    </message>
    <message>
        <source>Received since</source>
        <translation>收到起始日</translation>
    </message>
    <message>
        <source>Step under way</source>
        <translation>进行中的步骤</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>领域</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
</context>
<context>
    <name>CaseWords</name>
    <message>
        <source>granted {day}</source>
        <translation>{day} 授权</translation>
    </message>
    <message>
        <source>filed {day}</source>
        <translation>{day} 申请</translation>
    </message>
    <message>
        <source>{days} days late</source>
        <translation>逾期 {days} 天</translation>
    </message>
    <message>
        <source>1 day late</source>
        <translation>逾期 1 天</translation>
    </message>
    <message>
        <source>Income FY {year}</source>
        <translation>{year} 财年收入</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>Spent by the office</source>
        <translation>办公室支出</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>已收回</translation>
    </message>
    <message>
        <source>Not yet recovered</source>
        <translation>尚未收回</translation>
    </message>
</context>
<context>
    <name>Cases</name>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>新建案件</translation>
    </message>
    <message>
        <source>New case “{words}”</source>
        <translation>新建案件“{words}”</translation>
    </message>
    <message>
        <source>Undo my last action</source>
        <translation>撤销我的上一步操作</translation>
    </message>
    <message>
        <source>New case without a disclosure</source>
        <translation>新建案件（无披露）</translation>
    </message>
</context>
<context>
    <name>CasesField</name>
    <message>
        <source>Type a number or a word</source>
        <translation>输入编号或词语</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>份额</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Several cases without shares share alike.</source>
        <translation>多个案件未填份额时均分。</translation>
    </message>
    <message>
        <source>Add case</source>
        <translation>添加案件</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Take away: {text}</source>
        <translation>去掉：{text}</translation>
    </message>
</context>
<context>
    <name>Chips</name>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
</context>
<context>
    <name>ChooseFile</name>
    <message>
        <source>Import as</source>
        <translation>导入为</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Imported before</source>
        <translation>以往导入</translation>
    </message>
    <message>
        <source>As</source>
        <translation>导入为</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>Imports made</source>
        <translation>导入记录</translation>
    </message>
    <message>
        <source>Drop a file here</source>
        <translation>将文件拖到此处</translation>
    </message>
    <message>
        <source>CSV, TSV, XLSX or JSON. Columns are matched by their names; you see what would change before anything is written, and one Undo takes all of it back.</source>
        <translation>CSV、TSV、XLSX 或 JSON。各列按名称对应；写入之前可先看到将有哪些变更，一次撤销即可全部收回。</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.xlsx *.xlsm *.json);;All files (*)</source>
        <translation>表格 (*.csv *.tsv *.txt *.xlsx *.xlsm *.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
</context>
<context>
    <name>Claims</name>
    <message>
        <source>Reserve for forecast costs</source>
        <translation>预计费用准备金</translation>
    </message>
    <message>
        <source>Costs a partner institution paid</source>
        <translation>合作机构支付的费用</translation>
    </message>
    <message>
        <source>Third party: sponsor, co-owner</source>
        <translation>第三方：资助方、共有人</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>For</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>份额</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>已提取</translation>
    </message>
    <message>
        <source>Held now</source>
        <translation>现留存</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Owed before sharing</source>
        <translation>分配前应付</translation>
    </message>
    <message>
        <source>Runs take it where the policy has a step for it.</source>
        <translation>政策中有相应步骤时，分配即提取此款。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>归属</translation>
    </message>
    <message>
        <source>Amount in {currency}</source>
        <translation>金额（{currency}）</translation>
    </message>
    <message>
        <source>Or share of receipts</source>
        <translation>或收款份额</translation>
    </message>
    <message>
        <source>From the day</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Pay a cost from the reserve</source>
        <translation>从准备金支付费用</translation>
    </message>
    <message>
        <source>{case}: {held} are held.</source>
        <translation>{case}：留存 {held}。</translation>
    </message>
    <message>
        <source>Pay from the reserve</source>
        <translation>从准备金支付</translation>
    </message>
    <message>
        <source>Paid from the reserve</source>
        <translation>已从准备金支付</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>End it and release the rest</source>
        <translation>结束并释放余额</translation>
    </message>
    <message>
        <source>{held} wait for the next run, without a second fee.</source>
        <translation>{held} 等待下次分配，不再收取管理费。</translation>
    </message>
    <message>
        <source>End and release</source>
        <translation>结束并释放</translation>
    </message>
    <message>
        <source>Take back the last step</source>
        <translation>撤回上一步</translation>
    </message>
    <message>
        <source>Its end, or else the costs paid out of the reserve.</source>
        <translation>撤回其结束，或撤回从准备金支付的费用。</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Nothing is held of it now.</source>
        <translation>目前没有留存款项。</translation>
    </message>
    <message>
        <source>It has ended already.</source>
        <translation>已经结束。</translation>
    </message>
    <message>
        <source>Pay a cost from the reserve…</source>
        <translation>从准备金支付费用…</translation>
    </message>
    <message>
        <source>End it and release the rest…</source>
        <translation>结束并释放余额…</translation>
    </message>
    <message>
        <source>Take back the last step…</source>
        <translation>撤回上一步…</translation>
    </message>
</context>
<context>
    <name>ClosedDaysPage</name>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>Year before</source>
        <translation>上一年</translation>
    </message>
    <message>
        <source>Year after</source>
        <translation>下一年</translation>
    </message>
    <message>
        <source>Closed days</source>
        <translation>休息日</translation>
    </message>
    <message>
        <source>The calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>Bring in…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Write a file</source>
        <translation>写入文件</translation>
    </message>
    <message>
        <source>Add a day</source>
        <translation>添加日期</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>What day</source>
        <translation>什么日子</translation>
    </message>
    <message>
        <source>Office is</source>
        <translation>办公情况</translation>
    </message>
    <message>
        <source>Known from</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>public holidays</source>
        <translation>公共假日</translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>随程序提供</translation>
    </message>
    <message>
        <source>entered here</source>
        <translation>在此录入</translation>
    </message>
    <message>
        <source>compared with: {source}</source>
        <translation>已核对：{source}</translation>
    </message>
    <message>
        <source>the list comes with the program</source>
        <translation>名单随程序提供</translation>
    </message>
    <message>
        <source>not compared yet</source>
        <translation>尚未核对</translation>
    </message>
    <message>
        <source>Stands on</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>本年度</translation>
    </message>
    <message>
        <source>Weekends</source>
        <translation>周末</translation>
    </message>
    <message>
        <source>always closed, also those worked instead of a bridge day</source>
        <translation>一律休息，调休上班的周末也是</translation>
    </message>
    <message>
        <source>Year compared…</source>
        <translation>年度已核对…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Open all the same…</source>
        <translation>照常办公…</translation>
    </message>
    <message>
        <source>Bring in days</source>
        <translation>导入日期</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>已写入：{file}</translation>
    </message>
    <message>
        <source>{count} closed days besides weekends</source>
        <translation>周末以外休息 {count} 天</translation>
    </message>
    <message>
        <source>year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>add a day</source>
        <translation>添加日期</translation>
    </message>
    <message>
        <source>Add a day…</source>
        <translation>添加日期…</translation>
    </message>
    <message>
        <source>Change the day…</source>
        <translation>修改日期…</translation>
    </message>
    <message>
        <source>Remove the day…</source>
        <translation>移除日期…</translation>
    </message>
    <message>
        <source>Bring in days…</source>
        <translation>导入日期…</translation>
    </message>
    <message>
        <source>Write the calendar as a file…</source>
        <translation>将日历写入文件…</translation>
    </message>
</context>
<context>
    <name>Confirm</name>
    <message>
        <source>A reason is kept with this: write a few words.</source>
        <translation>理由将一并留存：请写几个字。</translation>
    </message>
</context>
<context>
    <name>CostColumns</name>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>已支出</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>已收回</translation>
    </message>
    <message>
        <source>Written off</source>
        <translation>已核销</translation>
    </message>
    <message>
        <source>Others owe</source>
        <translation>他方应付</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>已请款</translation>
    </message>
    <message>
        <source>Not yet recovered</source>
        <translation>尚未收回</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Firm</source>
        <translation>事务所</translation>
    </message>
    <message>
        <source>Borne by</source>
        <translation>承担方</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未收回</translation>
    </message>
    <message>
        <source>reversed</source>
        <translation>已冲销</translation>
    </message>
    <message>
        <source>invoiced, {claim}</source>
        <translation>已请款，{claim}</translation>
    </message>
    <message>
        <source>partly recovered</source>
        <translation>部分收回</translation>
    </message>
    <message>
        <source>to recover</source>
        <translation>待收回</translation>
    </message>
    <message>
        <source>recovered</source>
        <translation>已收回</translation>
    </message>
    <message>
        <source>written off</source>
        <translation>已核销</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>账单</translation>
    </message>
    <message>
        <source>Dated</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>明细</translation>
    </message>
    <message>
        <source>Cur.</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总额</translation>
    </message>
    <message>
        <source>In the office&apos;s</source>
        <translation>本位币</translation>
    </message>
    <message>
        <source>paid {day}</source>
        <translation>已支付 {day}</translation>
    </message>
    <message>
        <source>to pay by {day}</source>
        <translation>应于 {day} 前支付</translation>
    </message>
    <message>
        <source>not paid</source>
        <translation>未支付</translation>
    </message>
    <message>
        <source>asked for</source>
        <translation>已请款</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>已结清</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>请款单</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>截止日</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>权利</translation>
    </message>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家或地区</translation>
    </message>
    <message>
        <source>Year or number</source>
        <translation>年度或序号</translation>
    </message>
    <message>
        <source>Entity size</source>
        <translation>实体规模</translation>
    </message>
    <message>
        <source>Holds from</source>
        <translation>生效日</translation>
    </message>
    <message>
        <source>By</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>the office&apos;s own estimate</source>
        <translation>办公室的估算</translation>
    </message>
</context>
<context>
    <name>CostForms</name>
    <message>
        <source>No costs yet</source>
        <translation>还没有费用</translation>
    </message>
    <message>
        <source>Enter the invoices of law firms; each line finds its cases and payers.</source>
        <translation>录入事务所账单；每一行会找到相应的案件和承担方。</translation>
    </message>
    <message>
        <source>Every line says who bears it and how far it came back.</source>
        <translation>每一行都说明由谁承担、已收回多少。</translation>
    </message>
    <message>
        <source>No invoices yet</source>
        <translation>还没有账单</translation>
    </message>
    <message>
        <source>The lines are proved against the total printed on the invoice.</source>
        <translation>各行合计会与账单上的总额核对。</translation>
    </message>
    <message>
        <source>Nothing asked for yet</source>
        <translation>还没有请款</translation>
    </message>
    <message>
        <source>Choose lines that others bear, and ask for them on one statement.</source>
        <translation>选择由他方承担的费用，合并为一张请款单。</translation>
    </message>
    <message>
        <source>No fees yet</source>
        <translation>还没有费用标准</translation>
    </message>
    <message>
        <source>Enter what a fee costs, by country.</source>
        <translation>按国家或地区录入费用金额。</translation>
    </message>
    <message>
        <source>Enter an invoice…</source>
        <translation>录入账单…</translation>
    </message>
    <message>
        <source>Who bears them…</source>
        <translation>由谁承担…</translation>
    </message>
    <message>
        <source>Ask for repayment…</source>
        <translation>请求偿付…</translation>
    </message>
    <message>
        <source>Change the payer…</source>
        <translation>更改承担方…</translation>
    </message>
    <message>
        <source>Write off…</source>
        <translation>核销…</translation>
    </message>
    <message>
        <source>Pay…</source>
        <translation>支付…</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>撤回…</translation>
    </message>
    <message>
        <source>Record a repayment…</source>
        <translation>录入偿付…</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>撤回请款…</translation>
    </message>
    <message>
        <source>Write the statement…</source>
        <translation>生成请款单…</translation>
    </message>
    <message>
        <source>Settle with what was repaid before…</source>
        <translation>用先前的偿付冲抵…</translation>
    </message>
    <message>
        <source>Sum by something else</source>
        <translation>换一种汇总</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Set a budget…</source>
        <translation>设定预算…</translation>
    </message>
    <message>
        <source>Estimate a fee…</source>
        <translation>估算费用…</translation>
    </message>
    <message>
        <source>Remove the estimate</source>
        <translation>删除估算</translation>
    </message>
    <message>
        <source>Every repayment has settled its costs.</source>
        <translation>所有偿付都已冲抵相应费用。</translation>
    </message>
    <message>
        <source>Write the statement to</source>
        <translation>请款单保存到</translation>
    </message>
    <message>
        <source>Writing the statement</source>
        <translation>正在生成请款单</translation>
    </message>
    <message>
        <source>Written: {names}</source>
        <translation>已生成：{names}</translation>
    </message>
    <message>
        <source>Estimate removed</source>
        <translation>估算已删除</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Coming costs</source>
        <translation>将发生的费用</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>正在导出</translation>
    </message>
</context>
<context>
    <name>CostLists</name>
    <message>
        <source>Lists of costs</source>
        <translation>费用列表</translation>
    </message>
    <message>
        <source>Filter costs</source>
        <translation>筛选费用</translation>
    </message>
    <message>
        <source>By case</source>
        <translation>按案件</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>明细</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>账单</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>请款单</translation>
    </message>
    <message>
        <source>Coming costs</source>
        <translation>将发生的费用</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>费用标准</translation>
    </message>
</context>
<context>
    <name>CostPanel</name>
    <message>
        <source>Why this amount</source>
        <translation>金额说明</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Why {amount}</source>
        <translation>为什么是 {amount}</translation>
    </message>
    <message>
        <source>It adds up</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>已支出</translation>
    </message>
    <message>
        <source>− came back</source>
        <translation>− 已收回</translation>
    </message>
    <message>
        <source>− written off</source>
        <translation>− 已核销</translation>
    </message>
    <message>
        <source>not yet recovered</source>
        <translation>尚未收回</translation>
    </message>
    <message>
        <source>Who bears what is entered now</source>
        <translation>现在录入的费用由谁承担</translation>
    </message>
    <message>
        <source>The office bears all of it.</source>
        <translation>全部由办公室承担。</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>自 {day} 起</translation>
    </message>
    <message>
        <source>Lines still open</source>
        <translation>尚未收回的明细</translation>
    </message>
    <message>
        <source>and {count} more, under Lines</source>
        <translation>另有 {count} 条，见“明细”</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>For</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Firm</source>
        <translation>事务所</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>账单</translation>
    </message>
    <message>
        <source>Paid in</source>
        <translation>支付币种</translation>
    </message>
    <message>
        <source>Borne by</source>
        <translation>承担方</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未收回</translation>
    </message>
    <message>
        <source>total, {currency}</source>
        <translation>总额，{currency}</translation>
    </message>
    <message>
        <source>{amount} at the rate of its day</source>
        <translation>按当日汇率为 {amount}</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>权利</translation>
    </message>
    <message>
        <source>Safe date</source>
        <translation>安全日期</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>截止日</translation>
    </message>
</context>
<context>
    <name>CostSheets</name>
    <message>
        <source>Who bears the costs</source>
        <translation>费用由谁承担</translation>
    </message>
    <message>
        <source>{case}. What is entered from that day on is shared like this.</source>
        <translation>{case}。从该日起录入的费用按此分摊。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Payers kept</source>
        <translation>已保存承担方</translation>
    </message>
    <message>
        <source>From the day</source>
        <translation>生效日</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>承担方</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>份额</translation>
    </message>
    <message>
        <source>Payers</source>
        <translation>承担方</translation>
    </message>
    <message>
        <source>Add payer</source>
        <translation>添加承担方</translation>
    </message>
    <message>
        <source>Change the payer</source>
        <translation>更改承担方</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Payer changed</source>
        <translation>已更改承担方</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>Ask for repayment</source>
        <translation>请求偿付</translation>
    </message>
    <message>
        <source>{lines} From {name}.</source>
        <translation>{lines}来自 {name}。</translation>
    </message>
    <message>
        <source>Make the claim</source>
        <translation>生成请款</translation>
    </message>
    <message>
        <source>Claim made. Its statement is under Claims.</source>
        <translation>请款单已生成，见“请款单”。</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>{count} lines, {amount} open.</source>
        <translation>{count} 条，未收回 {amount}。</translation>
    </message>
    <message>
        <source>Repayment of {number}</source>
        <translation>{number} 的偿付</translation>
    </message>
    <message>
        <source>{name}. It settles costs and is never shared out.</source>
        <translation>{name}。用于冲抵费用，不参与分配。</translation>
    </message>
    <message>
        <source>Book the receipt</source>
        <translation>收款入账</translation>
    </message>
    <message>
        <source>Booked. To take it back, reverse it under Money.</source>
        <translation>已入账。如需撤回，请在“资金”中冲销。</translation>
    </message>
    <message>
        <source>Received, {currency}</source>
        <translation>收到，{currency}</translation>
    </message>
    <message>
        <source>Bank fees kept back</source>
        <translation>银行扣费</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Settle with a repayment</source>
        <translation>用偿付冲抵</translation>
    </message>
    <message>
        <source>These came in before their costs were entered. What is chosen settles open lines of its cases, its payer&apos;s first.</source>
        <translation>这些款项在费用录入之前到账。所选款项冲抵其案件中未收回的明细，付款方自己的明细优先。</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>冲抵</translation>
    </message>
    <message>
        <source>Costs settled. To take it back, reverse the receipt.</source>
        <translation>费用已冲抵。如需撤回，请冲销该收款。</translation>
    </message>
    <message>
        <source>Repayment</source>
        <translation>偿付</translation>
    </message>
    <message>
        <source>Withdraw {number}</source>
        <translation>撤回 {number}</translation>
    </message>
    <message>
        <source>Its lines are open again.</source>
        <translation>其中的费用恢复为未收回。</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>{number} withdrawn</source>
        <translation>{number} 已撤回</translation>
    </message>
    <message>
        <source>Take back the write-off of {number}</source>
        <translation>撤回对 {number} 的核销</translation>
    </message>
    <message>
        <source>Write off {number}</source>
        <translation>核销 {number}</translation>
    </message>
    <message>
        <source>{amount} is to be recovered again.</source>
        <translation>{amount} 恢复为待收回。</translation>
    </message>
    <message>
        <source>{amount} will not be recovered any more.</source>
        <translation>{amount} 将不再收回。</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>入账</translation>
    </message>
    <message>
        <source>{number} booked</source>
        <translation>{number} 已入账</translation>
    </message>
    <message>
        <source>Estimate a fee</source>
        <translation>估算费用</translation>
    </message>
    <message>
        <source>Counts before a shipped schedule, for deadlines from its day on. Without a number or a size it holds for all of them.</source>
        <translation>优先于随附的费用表，适用于生效日之后的期限。不填序号或规模则全部适用。</translation>
    </message>
    <message>
        <source>Keep the estimate</source>
        <translation>保存估算</translation>
    </message>
    <message>
        <source>Estimate kept</source>
        <translation>估算已保存</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家或地区</translation>
    </message>
    <message>
        <source>Kind of fee</source>
        <translation>费用种类</translation>
    </message>
    <message>
        <source>Any size</source>
        <translation>任意规模</translation>
    </message>
    <message>
        <source>Year or number</source>
        <translation>年度或序号</translation>
    </message>
    <message>
        <source>Entity size</source>
        <translation>实体规模</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Holds from</source>
        <translation>生效日</translation>
    </message>
    <message>
        <source>Set a budget</source>
        <translation>设定预算</translation>
    </message>
    <message>
        <source>A fiscal year is named by the year in which it ends.</source>
        <translation>财政年度以其结束的年份命名。</translation>
    </message>
    <message>
        <source>Keep the budget</source>
        <translation>保存预算</translation>
    </message>
    <message>
        <source>Budget kept</source>
        <translation>预算已保存</translation>
    </message>
    <message>
        <source>Budget, {currency}</source>
        <translation>预算，{currency}</translation>
    </message>
    <message>
        <source>Fiscal year</source>
        <translation>财政年度</translation>
    </message>
    <message>
        <source>Number or word</source>
        <translation>编号或词语</translation>
    </message>
    <message>
        <source>Enter an invoice</source>
        <translation>录入账单</translation>
    </message>
    <message>
        <source>Book the invoice</source>
        <translation>账单入账</translation>
    </message>
    <message>
        <source>Invoice booked. To take it back, reverse it.</source>
        <translation>账单已入账。如需撤回，请冲销。</translation>
    </message>
    <message>
        <source>Firm</source>
        <translation>事务所</translation>
    </message>
    <message>
        <source>Invoice number</source>
        <translation>账单编号</translation>
    </message>
    <message>
        <source>Dated</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>To be paid by</source>
        <translation>付款期限</translation>
    </message>
    <message>
        <source>Total as printed</source>
        <translation>账单总额</translation>
    </message>
    <message>
        <source>Work done on</source>
        <translation>服务日</translation>
    </message>
    <message>
        <source>A line for a right is shared over its cases. Who bears it follows the case on the day the work was done, else on the day of the invoice.</source>
        <translation>某项权利的明细由其各案件分摊。由谁承担，以工作完成之日该案件的约定为准；未填则以账单日期为准。</translation>
    </message>
    <message>
        <source>Right or case</source>
        <translation>权利或案件</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>明细</translation>
    </message>
    <message>
        <source>Add line</source>
        <translation>添加一行</translation>
    </message>
    <message>
        <source>Pay {number}</source>
        <translation>支付 {number}</translation>
    </message>
    <message>
        <source>Book the payment</source>
        <translation>付款入账</translation>
    </message>
    <message>
        <source>{number} paid</source>
        <translation>{number} 已支付</translation>
    </message>
    <message>
        <source>Paid on</source>
        <translation>付款日</translation>
    </message>
    <message>
        <source>Take back the payment of {number}</source>
        <translation>撤回 {number} 的付款</translation>
    </message>
    <message>
        <source>Reverse {number}</source>
        <translation>冲销 {number}</translation>
    </message>
    <message>
        <source>{amount} is booked back. Both bookings stay on record.</source>
        <translation>{amount} 将冲回。两笔记录都会保留。</translation>
    </message>
    <message>
        <source>Book back</source>
        <translation>冲回</translation>
    </message>
    <message>
        <source>{number} booked back</source>
        <translation>{number} 已冲回</translation>
    </message>
</context>
<context>
    <name>Costs</name>
    <message>
        <source>Patent costs</source>
        <translation>专利费用</translation>
    </message>
    <message>
        <source>Enter a law firm&apos;s invoice</source>
        <translation>录入事务所账单</translation>
    </message>
    <message>
        <source>Patent costs: what is not yet recovered</source>
        <translation>专利费用：尚未收回</translation>
    </message>
    <message>
        <source>Coming patent costs and budget</source>
        <translation>将发生的专利费用和预算</translation>
    </message>
    <message>
        <source>Claims for patent costs</source>
        <translation>专利费用请款单</translation>
    </message>
</context>
<context>
    <name>CostsPage</name>
    <message>
        <source>Patent costs</source>
        <translation>专利费用</translation>
    </message>
    <message>
        <source>{count} chosen, {amount} open</source>
        <translation>已选 {count} 条，未收回 {amount}</translation>
    </message>
    <message>
        <source>list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Next list</source>
        <translation>下一个列表</translation>
    </message>
    <message>
        <source>Previous list</source>
        <translation>上一个列表</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>筛选列表</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>出现故障</translation>
    </message>
    <message>
        <source>This is a fault of the program. What was saved is safe; the last step may not have happened.</source>
        <translation>这是程序的故障。已保存的内容是安全的；最后一步可能没有完成。</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Also in {path}</source>
        <translation>另存于{path}</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>Open the calendar</source>
        <translation>打开日历</translation>
    </message>
</context>
<context>
    <name>DaySheets</name>
    <message>
        <source>closed</source>
        <translation>休息</translation>
    </message>
    <message>
        <source>open all the same</source>
        <translation>照常办公</translation>
    </message>
    <message>
        <source>a weekend worked</source>
        <translation>调休上班</translation>
    </message>
    <message>
        <source>A day of {calendar}</source>
        <translation>{calendar}的日期</translation>
    </message>
    <message>
        <source>Deadlines near it are computed anew.</source>
        <translation>其附近的期限将重新计算。</translation>
    </message>
    <message>
        <source>Keep the day</source>
        <translation>保存日期</translation>
    </message>
    <message>
        <source>Day kept</source>
        <translation>日期已保存</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>The office is</source>
        <translation>该局</translation>
    </message>
    <message>
        <source>What day it is</source>
        <translation>什么日子</translation>
    </message>
    <message>
        <source>Official Journal, notice, order …</source>
        <translation>公报、通知、命令……</translation>
    </message>
    <message>
        <source>Who declared it</source>
        <translation>由谁公布</translation>
    </message>
    <message>
        <source>{calendar} {year}: compared</source>
        <translation>{calendar} {year}：已核对</translation>
    </message>
    <message>
        <source>Its dates carry no warning any more.</source>
        <translation>其日期不再带有警告。</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>已核对</translation>
    </message>
    <message>
        <source>Year compared</source>
        <translation>年度已核对</translation>
    </message>
    <message>
        <source>The list of the office itself: Official Journal, notice …</source>
        <translation>该局自己的名单：公报、通知……</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>核对所用名单</translation>
    </message>
    <message>
        <source>Remove the day</source>
        <translation>移除日期</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Day removed</source>
        <translation>日期已移除</translation>
    </message>
    <message>
        <source>Bring in days</source>
        <translation>导入日期</translation>
    </message>
    <message>
        <source>Bring in</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Days brought in</source>
        <translation>日期已导入</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>DeadlineColumns</name>
    <message>
        <source>Safe date</source>
        <translation>安全日期</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>截止日</translation>
    </message>
    <message>
        <source>What must happen</source>
        <translation>须完成的事项</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Extends, decided</source>
        <translation>延长、决定</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>何人</translation>
    </message>
    <message>
        <source>on request</source>
        <translation>可申请</translation>
    </message>
    <message>
        <source>to {day}</source>
        <translation>至 {day}</translation>
    </message>
    <message>
        <source>with extension or surcharge</source>
        <translation>经延长或缴附加费</translation>
    </message>
    <message>
        <source>Hard: it cannot be extended</source>
        <translation>不可延长的期限</translation>
    </message>
    <message>
        <source>Patents</source>
        <translation>专利</translation>
    </message>
    <message>
        <source>Publications and bars</source>
        <translation>公开与法定期限</translation>
    </message>
    <message>
        <source>Federal funding</source>
        <translation>联邦资助</translation>
    </message>
    <message>
        <source>Agreements</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>Office clocks</source>
        <translation>办公室期限</translation>
    </message>
    <message>
        <source>Opportunities</source>
        <translation>机会</translation>
    </message>
    <message>
        <source>Ends of terms</source>
        <translation>保护期届满</translation>
    </message>
    <message>
        <source>Set by hand</source>
        <translation>手动设定</translation>
    </message>
</context>
<context>
    <name>DeadlineList</name>
    <message>
        <source>Filter deadlines</source>
        <translation>筛选期限</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Federal duties</source>
        <translation>联邦义务</translation>
    </message>
    <message>
        <source>New deadline</source>
        <translation>新建期限</translation>
    </message>
    <message>
        <source>Nothing is due</source>
        <translation>没有到期事项</translation>
    </message>
    <message>
        <source>Filings, publications and licences bring their dates here by themselves.</source>
        <translation>申请、公开和许可的日期自动列入此处。</translation>
    </message>
    <message>
        <source>Set a deadline by hand</source>
        <translation>手动设定期限</translation>
    </message>
    <message>
        <source>{shown} of {all}</source>
        <translation>{shown} / {all}</translation>
    </message>
    <message>
        <source>Checked: {what}</source>
        <translation>已核对：{what}</translation>
    </message>
    <message>
        <source>{marked} chosen</source>
        <translation>已选 {marked} 项</translation>
    </message>
    <message>
        <source>{late} overdue, {shown} shown, {all} open</source>
        <translation>逾期 {late} 项，显示 {shown} 项，未完成 {all} 项</translation>
    </message>
    <message>
        <source>why</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>waive</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>check</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>reassign</source>
        <translation>改派</translation>
    </message>
    <message>
        <source>events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>select</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>筛选列表</translation>
    </message>
    <message>
        <source>Mark as done…</source>
        <translation>标为完成…</translation>
    </message>
    <message>
        <source>Waive…</source>
        <translation>放弃…</translation>
    </message>
    <message>
        <source>Check the date</source>
        <translation>核对日期</translation>
    </message>
    <message>
        <source>Pass on…</source>
        <translation>转交…</translation>
    </message>
    <message>
        <source>Record as missed…</source>
        <translation>记为错过…</translation>
    </message>
    <message>
        <source>Extend…</source>
        <translation>延期…</translation>
    </message>
    <message>
        <source>Open again…</source>
        <translation>重新打开…</translation>
    </message>
    <message>
        <source>Register of events</source>
        <translation>事件登记</translation>
    </message>
    <message>
        <source>Calendar file of what is shown</source>
        <translation>所列期限的日历文件</translation>
    </message>
    <message>
        <source>Write…</source>
        <translation>写入…</translation>
    </message>
    <message>
        <source>Group in another way</source>
        <translation>换一种分组</translation>
    </message>
    <message>
        <source>Three months ahead as PDF…</source>
        <translation>未来三个月 PDF…</translation>
    </message>
    <message>
        <source>Next view</source>
        <translation>下一视图</translation>
    </message>
</context>
<context>
    <name>DeadlineSheets</name>
    <message>
        <source>{count} deadlines</source>
        <translation>{count} 项期限</translation>
    </message>
    <message>
        <source>Mark as done</source>
        <translation>标为完成</translation>
    </message>
    <message>
        <source>Done: {what}</source>
        <translation>已完成：{what}</translation>
    </message>
    <message>
        <source>What proves it</source>
        <translation>凭证</translation>
    </message>
    <message>
        <source>Filing receipt, letter, confirmation of payment …</source>
        <translation>申请回执、信函、付款确认…</translation>
    </message>
    <message>
        <source>Done on</source>
        <translation>完成日期</translation>
    </message>
    <message>
        <source>Waive</source>
        <translation>放弃期限</translation>
    </message>
    <message>
        <source>Waived: {what}</source>
        <translation>已放弃：{what}</translation>
    </message>
    <message>
        <source>Why nobody will meet it</source>
        <translation>为何无人完成</translation>
    </message>
    <message>
        <source>What can still be done: {remedy}.</source>
        <translation>尚可采取的措施：{remedy}。</translation>
    </message>
    <message>
        <source>Record as missed</source>
        <translation>记为错过</translation>
    </message>
    <message>
        <source>Missed: {what}</source>
        <translation>错过：{what}</translation>
    </message>
    <message>
        <source>How it came about</source>
        <translation>原因经过</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>延期</translation>
    </message>
    <message>
        <source>Extended: {what}</source>
        <translation>已延期：{what}</translation>
    </message>
    <message>
        <source>Months, at most {count}</source>
        <translation>月数，最多 {count} 个月</translation>
    </message>
    <message>
        <source>Or until the day the office gave</source>
        <translation>或专利局给定的日期</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Open again: {what}</source>
        <translation>重新打开：{what}</translation>
    </message>
    <message>
        <source>Pass on</source>
        <translation>转交</translation>
    </message>
    <message>
        <source>Passed on: {what}</source>
        <translation>已转交：{what}</translation>
    </message>
    <message>
        <source>Who answers for it</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Left empty, the manager of the case does.</source>
        <translation>留空则由案件的技术经理负责。</translation>
    </message>
    <message>
        <source>New deadline</source>
        <translation>新建期限</translation>
    </message>
    <message>
        <source>Set by hand: no rule moves it.</source>
        <translation>手动设定：规则不会改动它。</translation>
    </message>
    <message>
        <source>Set the deadline</source>
        <translation>设定期限</translation>
    </message>
    <message>
        <source>Deadline set</source>
        <translation>期限已设定</translation>
    </message>
    <message>
        <source>What must happen</source>
        <translation>须完成的事项</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>截止日</translation>
    </message>
    <message>
        <source>Safe date</source>
        <translation>安全日期</translation>
    </message>
    <message>
        <source>Left empty: the last business day not after it</source>
        <translation>留空则为不晚于该日的最后一个工作日</translation>
    </message>
    <message>
        <source>Step of the case</source>
        <translation>案件步骤</translation>
    </message>
    <message>
        <source>Clause or law</source>
        <translation>条款或法律</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>何人</translation>
    </message>
    <message>
        <source>It can be extended</source>
        <translation>可延期</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
</context>
<context>
    <name>Deadlines</name>
    <message>
        <source>Deadlines</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Deadline rules</source>
        <translation>期限规则</translation>
    </message>
    <message>
        <source>Closed days</source>
        <translation>休息日</translation>
    </message>
    <message>
        <source>New deadline</source>
        <translation>新建期限</translation>
    </message>
    <message>
        <source>Closed days of the offices</source>
        <translation>各局休息日</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>no office is open</source>
        <translation>没有打开的办公室</translation>
    </message>
    <message>
        <source>Building the sample office</source>
        <translation>正在建立示例办公室</translation>
    </message>
    <message>
        <source>Open an office</source>
        <translation>打开办公室</translation>
    </message>
    <message>
        <source>Address, such as postgresql+psycopg://name@server/office</source>
        <translation>地址，如 postgresql+psycopg://name@server/office</translation>
    </message>
    <message>
        <source>Open a database</source>
        <translation>打开数据库</translation>
    </message>
    <message>
        <source>New office…</source>
        <translation>新建办公室…</translation>
    </message>
    <message>
        <source>Open an office…</source>
        <translation>打开办公室…</translation>
    </message>
    <message>
        <source>Open a database…</source>
        <translation>打开数据库…</translation>
    </message>
    <message>
        <source>Open the sample office</source>
        <translation>打开示例办公室</translation>
    </message>
    <message>
        <source>Open again: {name}</source>
        <translation>再次打开：{name}</translation>
    </message>
</context>
<context>
    <name>DifferencePage</name>
    <message>
        <source>Difference per payee</source>
        <translation>按领款人的差额</translation>
    </message>
    <message>
        <source>Payee</source>
        <translation>领款人</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>As posted</source>
        <translation>过账时</translation>
    </message>
    <message>
        <source>Would be now</source>
        <translation>现在应为</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差额</translation>
    </message>
    <message>
        <source>Draft the correction…</source>
        <translation>起草更正…</translation>
    </message>
    <message>
        <source>Computing again…</source>
        <translation>正在重新计算…</translation>
    </message>
    <message>
        <source>Nothing to compare</source>
        <translation>没有可比较的内容</translation>
    </message>
    <message>
        <source>{number} computed again</source>
        <translation>{number} 重新计算</translation>
    </message>
    <message>
        <source>With the receipts, costs, shares and policies recorded today.</source>
        <translation>按今天登记的收款、费用、份额和政策。</translation>
    </message>
    <message>
        <source>As posted includes what {numbers} corrected.</source>
        <translation>过账金额包含 {numbers} 的更正。</translation>
    </message>
    <message>
        <source>✓  Every cent would be the same.</source>
        <translation>✓  每一分都相同。</translation>
    </message>
    <message>
        <source>{count} amounts differ: {more} more and {less} less, in {currency}.</source>
        <translation>{count} 笔金额不同：多 {more}，少 {less}，{currency}。</translation>
    </message>
    <message>
        <source>A run is drafted that books these differences and nothing else. It is approved and posted like any other; {number} stays as it is.</source>
        <translation>将起草只记这些差额的批次。它与其他批次一样批准和过账；{number} 保持不变。</translation>
    </message>
    <message>
        <source>Correct {number}?</source>
        <translation>更正 {number}？</translation>
    </message>
    <message>
        <source>Draft the correction</source>
        <translation>起草更正</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Correction drafted</source>
        <translation>更正已起草</translation>
    </message>
    <message>
        <source>why</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>as posted, as now</source>
        <translation>过账时、现在</translation>
    </message>
    <message>
        <source>correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Why this amount</source>
        <translation>为什么是这个金额</translation>
    </message>
    <message>
        <source>As posted, as now</source>
        <translation>过账时、现在</translation>
    </message>
</context>
<context>
    <name>Disclosure</name>
    <message>
        <source>Disclosure</source>
        <translation>披露</translation>
    </message>
    <message>
        <source>Inventor</source>
        <translation>发明人</translation>
    </message>
    <message>
        <source>Unit or employer</source>
        <translation>院系或单位</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>职位</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>份额</translation>
    </message>
    <message>
        <source>Duty to assign</source>
        <translation>转让义务</translation>
    </message>
    <message>
        <source>Signed on</source>
        <translation>签署日期</translation>
    </message>
    <message>
        <source>Add inventor</source>
        <translation>添加发明人</translation>
    </message>
    <message>
        <source>New award “{words}”…</source>
        <translation>新建资助项目“{words}”…</translation>
    </message>
    <message>
        <source>Number or sponsor</source>
        <translation>编号或资助方</translation>
    </message>
    <message>
        <source>Award</source>
        <translation>资助项目</translation>
    </message>
    <message>
        <source>Add award</source>
        <translation>添加资助项目</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>计划中</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>公开</translation>
    </message>
    <message>
        <source>Add publication</source>
        <translation>添加公开情况</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Add material or software</source>
        <translation>添加材料或软件</translation>
    </message>
    <message>
        <source>Title and summary</source>
        <translation>名称与摘要</translation>
    </message>
    <message>
        <source>Inventors</source>
        <translation>发明人</translation>
    </message>
    <message>
        <source>Ties in cents go to the first name.</source>
        <translation>分位上的零头归第一位。</translation>
    </message>
    <message>
        <source>Share equally</source>
        <translation>均分</translation>
    </message>
    <message>
        <source>The shares are not settled yet</source>
        <translation>份额尚未确定</translation>
    </message>
    <message>
        <source>Funding</source>
        <translation>资助</translation>
    </message>
    <message>
        <source>Publications</source>
        <translation>公开情况</translation>
    </message>
    <message>
        <source>Materials, software</source>
        <translation>材料、软件</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Drop files here. They are added on saving.</source>
        <translation>将文件拖到此处。保存时一并添加。</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Short description, without secrets</source>
        <translation>简要说明，不含秘密</translation>
    </message>
    <message>
        <source>Used in marketing only after you release it.</source>
        <translation>经您放行后才用于推广。</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>Handed in by</source>
        <translation>提交人</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>院系</translation>
    </message>
    <message>
        <source>Technology manager</source>
        <translation>技术经理</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>领域</translation>
    </message>
</context>
<context>
    <name>DisclosurePage</name>
    <message>
        <source>Share equally</source>
        <translation>均分</translation>
    </message>
    <message>
        <source>Draft kept</source>
        <translation>草稿已保留</translation>
    </message>
    <message>
        <source>Save disclosure</source>
        <translation>保存披露</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>舍弃</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Send back…</source>
        <translation>退回…</translation>
    </message>
    <message>
        <source>New disclosure</source>
        <translation>新建披露</translation>
    </message>
    <message>
        <source>Its case gets the next number when it is saved.</source>
        <translation>保存时其案件获得下一个编号。</translation>
    </message>
    <message>
        <source>One more disclosure of {number}.</source>
        <translation>{number} 的又一份披露。</translation>
    </message>
    <message>
        <source>Disclosure {label}</source>
        <translation>披露{label}</translation>
    </message>
    <message>
        <source>Discard what was typed?</source>
        <translation>舍弃已录入的内容？</translation>
    </message>
    <message>
        <source>The draft is forgotten. What was saved before stays.</source>
        <translation>草稿不再保留。此前保存的内容不变。</translation>
    </message>
    <message>
        <source>Keep typing</source>
        <translation>继续录入</translation>
    </message>
    <message>
        <source>Disclosure {label} saved</source>
        <translation>披露{label}已保存</translation>
    </message>
    <message>
        <source>Disclosure received</source>
        <translation>收到披露</translation>
    </message>
    <message>
        <source>Disclosure {label} accepted</source>
        <translation>披露{label}已受理</translation>
    </message>
    <message>
        <source>Draft is kept if the program stops</source>
        <translation>程序中断时草稿仍保留</translation>
    </message>
    <message>
        <source>{count} fields need you</source>
        <translation>{count} 个字段待您处理</translation>
    </message>
    <message>
        <source>One field needs you</source>
        <translation>一个字段待您处理</translation>
    </message>
    <message>
        <source>next field</source>
        <translation>下一字段</translation>
    </message>
    <message>
        <source>next error</source>
        <translation>下一错误</translation>
    </message>
    <message>
        <source>section</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save the disclosure</source>
        <translation>保存披露</translation>
    </message>
    <message>
        <source>Accept the disclosure</source>
        <translation>受理披露</translation>
    </message>
    <message>
        <source>Send the disclosure back…</source>
        <translation>退回披露…</translation>
    </message>
</context>
<context>
    <name>DisclosureTab</name>
    <message>
        <source>Disclosure</source>
        <translation>披露</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Disclosures</source>
        <translation>披露</translation>
    </message>
    <message>
        <source>Inventor</source>
        <translation>发明人</translation>
    </message>
    <message>
        <source>Unit or employer</source>
        <translation>院系或单位</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>职位</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>份额</translation>
    </message>
    <message>
        <source>Duty to assign</source>
        <translation>转让义务</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>签署日</translation>
    </message>
    <message>
        <source>Inventors</source>
        <translation>发明人</translation>
    </message>
    <message>
        <source>Other owner</source>
        <translation>其他权利人</translation>
    </message>
    <message>
        <source>From</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Owners</source>
        <translation>权利人</translation>
    </message>
    <message>
        <source>Offered to</source>
        <translation>提议对象</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>提议日期</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>答复日期</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>As imported</source>
        <translation>导入原文</translation>
    </message>
    <message>
        <source>To question</source>
        <translation>待核实</translation>
    </message>
    <message>
        <source>Add a disclosure…</source>
        <translation>添加披露…</translation>
    </message>
    <message>
        <source>No disclosure: the case was imported, or began otherwise.</source>
        <translation>没有披露：此案件为导入，或另有来源。</translation>
    </message>
    <message>
        <source>No inventor is named yet.</source>
        <translation>尚未填写发明人。</translation>
    </message>
    <message>
        <source>Set owners…</source>
        <translation>设定权利人…</translation>
    </message>
    <message>
        <source>Owned by us alone.</source>
        <translation>仅由我方所有。</translation>
    </message>
    <message>
        <source>Title offered</source>
        <translation>所有权提议</translation>
    </message>
    <message>
        <source>Offer title…</source>
        <translation>提议所有权…</translation>
    </message>
    <message>
        <source>Title was not offered to anybody. Enter on an offer records its answer.</source>
        <translation>所有权未向任何人提议。在提议上按回车键可记录答复。</translation>
    </message>
</context>
<context>
    <name>DistributeSheet</name>
    <message>
        <source>Distribute {shares} shares of {company}</source>
        <translation>分配 {company} 的 {shares} 股</translation>
    </message>
    <message>
        <source>By the office&apos;s policy for shares. A disclaimed part goes where the policy says; an excluded founder&apos;s part is shared by the others.</source>
        <translation>按办公室的股份政策。放弃的部分归政策所定之处；被排除的创始人的部分由其他人分享。</translation>
    </message>
    <message>
        <source>Distribute</source>
        <translation>分配</translation>
    </message>
    <message>
        <source>Shares distributed</source>
        <translation>股份已分配</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>拟分配</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Chosen shares</source>
        <translation>选定的份额</translation>
    </message>
    <message>
        <source>Where the policy lets choose: contributors=70%</source>
        <translation>政策允许选择时填写：contributors=70%</translation>
    </message>
    <message>
        <source>Inventor</source>
        <translation>发明人</translation>
    </message>
    <message>
        <source>Elects</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>签署日</translation>
    </message>
    <message>
        <source>What the inventors elected</source>
        <translation>发明人的选择</translation>
    </message>
    <message>
        <source>Add inventor</source>
        <translation>添加发明人</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>Case {number}, {policy}</source>
        <translation>案件 {number}，{policy}</translation>
    </message>
</context>
<context>
    <name>DocumentsTab</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>添加于</translation>
    </message>
    <message>
        <source>By</source>
        <translation>添加者</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Add file…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>No file yet. Drop files here, or add them. They lie inside the office.</source>
        <translation>还没有文件。将文件拖到此处，或添加。文件存放在办公室内。</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>添加文件</translation>
    </message>
    <message>
        <source>Added: {file}</source>
        <translation>已添加：{file}</translation>
    </message>
    <message>
        <source>Open a copy</source>
        <translation>打开副本</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>保存副本…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Removed: {file}</source>
        <translation>已移除：{file}</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>保存副本</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>已写入：{file}</translation>
    </message>
</context>
<context>
    <name>Duties</name>
    <message>
        <source>Federal duties</source>
        <translation>联邦义务</translation>
    </message>
    <message>
        <source>Federal duties by award and invention (Bayh-Dole)</source>
        <translation>按资助项目和发明列出的联邦义务（Bayh-Dole）</translation>
    </message>
</context>
<context>
    <name>DutiesPage</name>
    <message>
        <source>Filter awards and inventions</source>
        <translation>筛选资助项目和发明</translation>
    </message>
    <message>
        <source>Federal duties</source>
        <translation>联邦义务</translation>
    </message>
    <message>
        <source>No federal award yet</source>
        <translation>还没有联邦资助项目</translation>
    </message>
    <message>
        <source>Record the award of a United States agency with a disclosure; its duties begin by themselves.</source>
        <translation>在披露中登记美国机构的资助项目，其义务会自动开始。</translation>
    </message>
    <message>
        <source>Done…</source>
        <translation>完成…</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Due or overdue</source>
        <translation>到期或逾期</translation>
    </message>
    <message>
        <source>No duty of this invention is due.</source>
        <translation>该发明没有到期的义务。</translation>
    </message>
    <message>
        <source>Reports of utilisation followed for {award}</source>
        <translation>已开始跟踪 {award} 的使用报告</translation>
    </message>
    <message>
        <source>Confirmatory licence</source>
        <translation>确认许可书</translation>
    </message>
    <message>
        <source>Statement of government support</source>
        <translation>政府资助声明</translation>
    </message>
    <message>
        <source>Everything in the template is recorded.</source>
        <translation>模板所需内容均已登记。</translation>
    </message>
    <message>
        <source>The template asks for these, and no record holds them.</source>
        <translation>模板需要以下内容，但没有记录。</translation>
    </message>
    <message>
        <source>Write it</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>{name} is in the files of {case}</source>
        <translation>{name} 已存入 {case} 的文件</translation>
    </message>
    <message>
        <source>{count} inventions under federal awards, {late} with an overdue duty</source>
        <translation>联邦资助下的发明 {count} 项，其中 {late} 项有逾期义务</translation>
    </message>
    <message>
        <source>duties</source>
        <translation>义务</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>waive</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>why the date</source>
        <translation>日期说明</translation>
    </message>
    <message>
        <source>case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>筛选列表</translation>
    </message>
    <message>
        <source>Mark the next duty as done…</source>
        <translation>将下一项义务标为完成…</translation>
    </message>
    <message>
        <source>Waive the next duty…</source>
        <translation>放弃下一项义务…</translation>
    </message>
    <message>
        <source>Why the next date</source>
        <translation>下一日期的说明</translation>
    </message>
    <message>
        <source>Confirmatory licence…</source>
        <translation>确认许可书…</translation>
    </message>
    <message>
        <source>Statement of government support…</source>
        <translation>政府资助声明…</translation>
    </message>
    <message>
        <source>Follow reports of utilisation</source>
        <translation>跟踪使用报告</translation>
    </message>
    <message>
        <source>Next view</source>
        <translation>下一个视图</translation>
    </message>
</context>
<context>
    <name>DutiesPanel</name>
    <message>
        <source>Duties of this invention</source>
        <translation>该发明的义务</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The day of the funding agreement is not recorded: it decides which rules hold.</source>
        <translation>没有登记资助协议日期：它决定适用哪套规则。</translation>
    </message>
    <message>
        <source>Agreed on {day}: the rules {set} hold.</source>
        <translation>协议日期 {day}：适用{set}的规则。</translation>
    </message>
    <message>
        <source>Where each stands</source>
        <translation>各项现状</translation>
    </message>
    <message>
        <source>The last days under each wording of the rules</source>
        <translation>各版本规则下的截止日</translation>
    </message>
    <message>
        <source>No clock runs yet.</source>
        <translation>尚无期限在计算。</translation>
    </message>
    <message>
        <source>Confirmatory licence…</source>
        <translation>确认许可书…</translation>
    </message>
    <message>
        <source>Government support…</source>
        <translation>政府资助声明…</translation>
    </message>
    <message>
        <source>Papers, kept in the case&apos;s files</source>
        <translation>文件（存入案件文件）</translation>
    </message>
</context>
<context>
    <name>DutyColumns</name>
    <message>
        <source>not begun</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>到期 {day}</translation>
    </message>
    <message>
        <source>overdue, {day}</source>
        <translation>逾期，{day}</translation>
    </message>
    <message>
        <source>done {day}</source>
        <translation>完成 {day}</translation>
    </message>
    <message>
        <source>waived {day}</source>
        <translation>放弃 {day}</translation>
    </message>
    <message>
        <source>missed {day}</source>
        <translation>错过 {day}</translation>
    </message>
    <message>
        <source>ended {day}</source>
        <translation>结束 {day}</translation>
    </message>
    <message>
        <source>Award</source>
        <translation>资助项目</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Invention</source>
        <translation>发明</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一项</translation>
    </message>
    <message>
        <source>no date of agreement</source>
        <translation>无协议日期</translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message>
        <source>Nothing recorded.</source>
        <translation>没有记录。</translation>
    </message>
    <message>
        <source>May be the same</source>
        <translation>可能相同</translation>
    </message>
    <message>
        <source>Merge into this entry…</source>
        <translation>并入此条目…</translation>
    </message>
    <message>
        <source>Named in</source>
        <translation>出现在</translation>
    </message>
    <message>
        <source>No record names this entry yet.</source>
        <translation>还没有记录引用此条目。</translation>
    </message>
    <message>
        <source>Merged into this entry</source>
        <translation>已并入此条目</translation>
    </message>
    <message>
        <source>Disclosures, as inventor</source>
        <translation>披露，作为发明人</translation>
    </message>
    <message>
        <source>Shares of inventors</source>
        <translation>发明人份额</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Agreements</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>Agreements, as party</source>
        <translation>协议，作为当事人</translation>
    </message>
    <message>
        <source>Steps of cases</source>
        <translation>案件步骤</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>Expenses</source>
        <translation>支出</translation>
    </message>
    <message>
        <source>Patents and filings</source>
        <translation>专利与申请</translation>
    </message>
    <message>
        <source>Awards</source>
        <translation>资助项目</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>院系</translation>
    </message>
    <message>
        <source>Events of cases</source>
        <translation>案件事件</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>From</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
</context>
<context>
    <name>EquityEvents</name>
    <message>
        <source>Recorded</source>
        <translation>已记录</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>股权证</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Whole shares</source>
        <translation>整数股</translation>
    </message>
    <message>
        <source>Record a financing round</source>
        <translation>记录融资轮</translation>
    </message>
    <message>
        <source>Record the round</source>
        <translation>记录融资轮</translation>
    </message>
    <message>
        <source>Give the price of a share or the value before the round.</source>
        <translation>填写每股价格或投前估值。</translation>
    </message>
    <message>
        <source>Class of the new shares</source>
        <translation>新股的类别</translation>
    </message>
    <message>
        <source>Price of a share</source>
        <translation>每股价格</translation>
    </message>
    <message>
        <source>Value before</source>
        <translation>投前估值</translation>
    </message>
    <message>
        <source>Investor</source>
        <translation>投资人</translation>
    </message>
    <message>
        <source>New shares</source>
        <translation>新股</translation>
    </message>
    <message>
        <source>Who took how many</source>
        <translation>各认购股数</translation>
    </message>
    <message>
        <source>Add investor</source>
        <translation>添加投资人</translation>
    </message>
    <message>
        <source>Record a share split</source>
        <translation>记录拆股</translation>
    </message>
    <message>
        <source>Record the split</source>
        <translation>记录拆股</translation>
    </message>
    <message>
        <source>All classes are split alike; exercise prices follow.</source>
        <translation>所有类别同样拆分；行权价随之调整。</translation>
    </message>
    <message>
        <source>2 for two of one, 1/10 for one of ten</source>
        <translation>2 表示一拆二，1/10 表示十并一</translation>
    </message>
    <message>
        <source>One share becomes</source>
        <translation>一股变为</translation>
    </message>
    <message>
        <source>Convert shares</source>
        <translation>转换股份</translation>
    </message>
    <message>
        <source>Convert</source>
        <translation>转换</translation>
    </message>
    <message>
        <source>New certificate</source>
        <translation>新股权证</translation>
    </message>
    <message>
        <source>Exercise warrants or options</source>
        <translation>行使认股权证或期权</translation>
    </message>
    <message>
        <source>Exercise</source>
        <translation>行权</translation>
    </message>
    <message>
        <source>What the university pays is booked from the bank onto their cost.</source>
        <translation>学校支付的金额由银行账户计入其成本。</translation>
    </message>
    <message>
        <source>Sell shares</source>
        <translation>出售股份</translation>
    </message>
    <message>
        <source>Book the sale</source>
        <translation>出售入账</translation>
    </message>
    <message>
        <source>Net of brokerage and of what was paid for them it waits for a distribution. Cost leaves in proportion.</source>
        <translation>扣除经纪费和购入成本后等待分配。成本按比例转出。</translation>
    </message>
    <message>
        <source>Sold for</source>
        <translation>售价</translation>
    </message>
    <message>
        <source>Brokerage</source>
        <translation>经纪费</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>买方</translation>
    </message>
    <message>
        <source>Record a dividend</source>
        <translation>记录分红</translation>
    </message>
    <message>
        <source>Book the dividend</source>
        <translation>分红入账</translation>
    </message>
    <message>
        <source>It waits for a distribution.</source>
        <translation>等待分配。</translation>
    </message>
    <message>
        <source>Gross</source>
        <translation>毛额</translation>
    </message>
    <message>
        <source>Tax withheld</source>
        <translation>预扣税</translation>
    </message>
    <message>
        <source>Write shares off</source>
        <translation>核销股份</translation>
    </message>
    <message>
        <source>Write off</source>
        <translation>核销</translation>
    </message>
    <message>
        <source>Their cost leaves the books; the certificate stays on record.</source>
        <translation>其成本从账上转出；股权证保留在册。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>EquitySheets</name>
    <message>
        <source>Type a number or a name</source>
        <translation>输入编号或名称</translation>
    </message>
    <message>
        <source>Follow a company&apos;s shares</source>
        <translation>跟踪一家公司的股份</translation>
    </message>
    <message>
        <source>Open the book</source>
        <translation>建立股份簿</translation>
    </message>
    <message>
        <source>Share book opened</source>
        <translation>股份簿已建立</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Currency of its prices and costs</source>
        <translation>价格与成本的币种</translation>
    </message>
    <message>
        <source>Who of the inventors or officers works for or owns the company?</source>
        <translation>哪些发明人或职员在该公司任职或持股？</translation>
    </message>
    <message>
        <source>Conflicts of interest</source>
        <translation>利益冲突</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Conflicts of interest, remarks</source>
        <translation>利益冲突、备注</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Add a class of shares</source>
        <translation>添加股份类别</translation>
    </message>
    <message>
        <source>Add the class</source>
        <translation>添加类别</translation>
    </message>
    <message>
        <source>Class added</source>
        <translation>类别已添加</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>What one becomes by conversion or exercise</source>
        <translation>转换或行权后得到的类别</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>转换为</translation>
    </message>
    <message>
        <source>How many of them</source>
        <translation>换得数量</translation>
    </message>
    <message>
        <source>Exercise price, {currency}</source>
        <translation>行权价，{currency}</translation>
    </message>
    <message>
        <source>Last day to exercise</source>
        <translation>最后行权日</translation>
    </message>
    <message>
        <source>Anti-dilution, as the agreement has it</source>
        <translation>反稀释条款（按协议）</translation>
    </message>
    <message>
        <source>Record an issue</source>
        <translation>记录发行</translation>
    </message>
    <message>
        <source>A cost is booked at once; the event can be reversed.</source>
        <translation>成本立即入账；事件可以冲销。</translation>
    </message>
    <message>
        <source>Record the issue</source>
        <translation>记录发行</translation>
    </message>
    <message>
        <source>Issue recorded</source>
        <translation>发行已记录</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Whole shares</source>
        <translation>整数股</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>股权证</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>发行对象</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>持有人</translation>
    </message>
    <message>
        <source>Its cases share what the shares bring.</source>
        <translation>股份所得由其各案件分享。</translation>
    </message>
    <message>
        <source>Taken under the agreement</source>
        <translation>依据的协议</translation>
    </message>
    <message>
        <source>In place of cash, {currency}</source>
        <translation>代替现金，{currency}</translation>
    </message>
    <message>
        <source>Paid in cash, {currency}</source>
        <translation>现金支付，{currency}</translation>
    </message>
    <message>
        <source>Locked up until</source>
        <translation>锁定至</translation>
    </message>
    <message>
        <source>Restrictions on transfer</source>
        <translation>转让限制</translation>
    </message>
    <message>
        <source>Edit the certificate</source>
        <translation>编辑股权证</translation>
    </message>
    <message>
        <source>Only where no agreement says whose income it is.</source>
        <translation>仅在没有协议说明收入归属时填写。</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Reverse {number}, {what}</source>
        <translation>冲销 {number}，{what}</translation>
    </message>
    <message>
        <source>Shares and cost are where they were before it; what was booked is mirrored. It stays on record.</source>
        <translation>股份与成本恢复到之前的状态；已入账的金额对冲。记录保留。</translation>
    </message>
    <message>
        <source>Reverse it</source>
        <translation>冲销</translation>
    </message>
    <message>
        <source>Event reversed</source>
        <translation>事件已冲销</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>EquityTables</name>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Held by or for</source>
        <translation>持有人或受益人</translation>
    </message>
    <message>
        <source>Register of shares</source>
        <translation>股份登记册</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>股权证</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>股数</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>成本</translation>
    </message>
    <message>
        <source>Value, last round</source>
        <translation>按上一轮估值</translation>
    </message>
    <message>
        <source>Companies</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Certificates of the university</source>
        <translation>学校的股权证</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>股权证</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Fully diluted</source>
        <translation>完全稀释</translation>
    </message>
    <message>
        <source>locked up until {day}</source>
        <translation>锁定至 {day}</translation>
    </message>
    <message>
        <source>kept for the inventor</source>
        <translation>为发明人代持</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>持有人</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>As common</source>
        <translation>折合普通股</translation>
    </message>
    <message>
        <source>Of shares issued</source>
        <translation>占已发行股份</translation>
    </message>
    <message>
        <source>Cap table</source>
        <translation>股权结构表</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>University after it</source>
        <translation>事后学校占比</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>{price} a share, {pre} before and {post} after the round</source>
        <translation>每股 {price}，投前 {pre}，投后 {post}</translation>
    </message>
    <message>
        <source>{new} for {old}</source>
        <translation>{old} 股拆为 {new} 股</translation>
    </message>
    <message>
        <source>reversed: {reason}</source>
        <translation>已冲销：{reason}</translation>
    </message>
    <message>
        <source>{parts} = {whole} of {shares} shares, fully diluted</source>
        <translation>{parts} = {whole}，共 {shares} 股（完全稀释）</translation>
    </message>
</context>
<context>
    <name>EventSheets</name>
    <message>
        <source>Record an event</source>
        <translation>登记事件</translation>
    </message>
    <message>
        <source>Record the event</source>
        <translation>登记事件</translation>
    </message>
    <message>
        <source>Event recorded</source>
        <translation>事件已登记</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生的事项</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Only where it came late: some offices then give more time.</source>
        <translation>仅在迟到时填写：有些局因此给予更多时间。</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>收到日期</translation>
    </message>
    <message>
        <source>Months to reply</source>
        <translation>答复月数</translation>
    </message>
    <message>
        <source>Year or number of the fee</source>
        <translation>费用的年度或序号</translation>
    </message>
    <message>
        <source>Correct the day</source>
        <translation>更正日期</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Day corrected</source>
        <translation>日期已更正</translation>
    </message>
    <message>
        <source>Right day</source>
        <translation>正确日期</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Remove the event</source>
        <translation>移除事件</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Event removed</source>
        <translation>事件已移除</translation>
    </message>
</context>
<context>
    <name>EventsPanel</name>
    <message>
        <source>Register of events</source>
        <translation>事件登记</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Record an event…</source>
        <translation>登记事件…</translation>
    </message>
    <message>
        <source>No event is entered yet.</source>
        <translation>尚未登记事件。</translation>
    </message>
    <message>
        <source>entered by {officer}</source>
        <translation>由 {officer} 录入</translation>
    </message>
    <message>
        <source>told by another record, and corrected there</source>
        <translation>由其他记录提供，请在该处更正</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>更正…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
</context>
<context>
    <name>ExampleView</name>
    <message>
        <source>Example: an event on</source>
        <translation>示例：事件发生于</translation>
    </message>
    <message>
        <source>gives nothing: its conditions or its dates of validity leave it out.</source>
        <translation>不产生期限：不符合条件或不在有效期内。</translation>
    </message>
    <message>
        <source>gives {day}, safe date {safe}</source>
        <translation>得出 {day}，安全日期 {safe}</translation>
    </message>
</context>
<context>
    <name>FamilyTree</name>
    <message>
        <source>Family</source>
        <translation>同族</translation>
    </message>
    <message>
        <source>also {numbers}</source>
        <translation>另有 {numbers}</translation>
    </message>
</context>
<context>
    <name>FilesField</name>
    <message>
        <source>Add file…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>添加文件</translation>
    </message>
    <message>
        <source>Take {file} away</source>
        <translation>去掉{file}</translation>
    </message>
</context>
<context>
    <name>FilesRow</name>
    <message>
        <source>Attach a file…</source>
        <translation>附上文件…</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>附上文件</translation>
    </message>
</context>
<context>
    <name>FilterField</name>
    <message>
        <source>{found} of {all}</source>
        <translation>{found} / {all}</translation>
    </message>
</context>
<context>
    <name>ForecastView</name>
    <message>
        <source>Coming costs</source>
        <translation>将发生的费用</translation>
    </message>
    <message>
        <source>Nothing is coming</source>
        <translation>没有将发生的费用</translation>
    </message>
    <message>
        <source>Granted patents and filings bring their fees here through their deadlines.</source>
        <translation>授权专利和申请会通过其期限把费用带到这里。</translation>
    </message>
    <message>
        <source>Fiscal year to</source>
        <translation>财政年度至</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>− spent</source>
        <translation>− 已支出</translation>
    </message>
    <message>
        <source>− coming</source>
        <translation>− 将发生</translation>
    </message>
    <message>
        <source>= left</source>
        <translation>= 剩余</translation>
    </message>
    <message>
        <source>{count} without an amount</source>
        <translation>{count} 项没有金额</translation>
    </message>
    <message>
        <source>none set</source>
        <translation>未设定</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>按月</translation>
    </message>
    <message>
        <source>By quarter</source>
        <translation>按季度</translation>
    </message>
    <message>
        <source>By fiscal year</source>
        <translation>按财政年度</translation>
    </message>
    <message>
        <source>By case</source>
        <translation>按案件</translation>
    </message>
    <message>
        <source>By payer</source>
        <translation>按承担方</translation>
    </message>
    <message>
        <source>{year}, quarter {quarter}</source>
        <translation>{year} 年第 {quarter} 季度</translation>
    </message>
    <message>
        <source>Fiscal year {year}</source>
        <translation>{year} 财政年度</translation>
    </message>
    <message>
        <source>{count} fees until {day}, {amount}, {unknown} without an amount</source>
        <translation>截至 {day} 共 {count} 项，{amount}，{unknown} 项没有金额</translation>
    </message>
</context>
<context>
    <name>GroupChip</name>
    <message>
        <source>Group: {way}</source>
        <translation>分组：{way}</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>HistoryTab</name>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>何人</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>更改前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>更改后</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Everything that was changed. Enter shows the case as it was then.</source>
        <translation>全部变更。按回车键显示案件当时的样子。</translation>
    </message>
    <message>
        <source>As of a day…</source>
        <translation>截至某日…</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>还没有内容。</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>csv excel spreadsheet take in portfolio</source>
        <translation>csv excel 表格 导入 数据 案件</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Dry run, nothing written</source>
        <translation>试运行，未写入任何内容</translation>
    </message>
    <message>
        <source>Choose file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Match columns</source>
        <translation>对应各列</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>试运行</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>正在读取文件</translation>
    </message>
    <message>
        <source>Import: {what}</source>
        <translation>导入：{what}</translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation>{count} 行</translation>
    </message>
    <message>
        <source>Comparing with the office</source>
        <translation>正在与办公室比对</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>{count} rows imported from {file}</source>
        <translation>已从{file}导入 {count} 行</translation>
    </message>
    <message>
        <source>The import was taken back.</source>
        <translation>导入已收回。</translation>
    </message>
    <message>
        <source>Day first</source>
        <translation>日在前</translation>
    </message>
    <message>
        <source>Month first</source>
        <translation>月在前</translation>
    </message>
    <message>
        <source>The dates of “{column}”, such as {example}, can be read two ways. Which comes first?</source>
        <translation>“{column}”的日期（如{example}）有两种读法。哪一个在前？</translation>
    </message>
    <message>
        <source>Profile “{name}” saved</source>
        <translation>方案“{name}”已保存</translation>
    </message>
    <message>
        <source>Error list</source>
        <translation>错误列表</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>已写入：{file}</translation>
    </message>
    <message>
        <source>{count} rows read</source>
        <translation>已读取 {count} 行</translation>
    </message>
    <message>
        <source>choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>dry run</source>
        <translation>试运行</translation>
    </message>
    <message>
        <source>next problem</source>
        <translation>下一问题</translation>
    </message>
    <message>
        <source>keep ours</source>
        <translation>保留我方</translation>
    </message>
    <message>
        <source>take theirs</source>
        <translation>采用对方</translation>
    </message>
    <message>
        <source>import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>下一问题</translation>
    </message>
    <message>
        <source>Keep ours</source>
        <translation>保留我方</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>采用对方</translation>
    </message>
</context>
<context>
    <name>IncomeView</name>
    <message>
        <source>Income by fiscal year and kind</source>
        <translation>按财年和种类的收入</translation>
    </message>
    <message>
        <source>Cases that earned most, all years</source>
        <translation>收入最多的案件（历年）</translation>
    </message>
    <message>
        <source>Kind of income</source>
        <translation>收入种类</translation>
    </message>
    <message>
        <source>Gross, in {currency}; repaid patent costs are not in it.</source>
        <translation>总额，{currency}；不含偿还的专利费用。</translation>
    </message>
    <message>
        <source>Where the money of {run} went</source>
        <translation>{run} 的资金去向</translation>
    </message>
    <message>
        <source>FY {year}</source>
        <translation>{year} 财年</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合计</translation>
    </message>
</context>
<context>
    <name>KeepCalendar</name>
    <message>
        <source>Calendar (*.ics)</source>
        <translation>日历 (*.ics)</translation>
    </message>
    <message>
        <source>Calendar file</source>
        <translation>日历文件</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>已写入：{file}</translation>
    </message>
    <message>
        <source>Docket list</source>
        <translation>期限清单</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys of this page</source>
        <translation>本页按键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Lanes</name>
    <message>
        <source>Nine steps over time</source>
        <translation>九个步骤的时间线</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
</context>
<context>
    <name>LongText</name>
    <message>
        <source>{count} of {most} characters.</source>
        <translation>{count} 个字符，最多 {most} 个。</translation>
    </message>
</context>
<context>
    <name>Matching</name>
    <message>
        <source>Dry run</source>
        <translation>试运行</translation>
    </message>
    <message>
        <source>Save profile…</source>
        <translation>保存方案…</translation>
    </message>
    <message>
        <source>Detected</source>
        <translation>自动识别</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>The column decides</source>
        <translation>由该列判定</translation>
    </message>
    <message>
        <source>Day first: 31/12/2026</source>
        <translation>日在前：31/12/2026</translation>
    </message>
    <message>
        <source>Month first: 12/31/2026</source>
        <translation>月在前：12/31/2026</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>按名称</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>An empty cell empties the field here</source>
        <translation>空单元格清空此处的字段</translation>
    </message>
    <message>
        <source>Column of the file</source>
        <translation>文件的列</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>The first cells</source>
        <translation>前几个单元格</translation>
    </message>
    <message>
        <source>keep as text</source>
        <translation>作为文本保留</translation>
    </message>
    <message>
        <source>Another column is matched to this</source>
        <translation>另有一列对应此字段</translation>
    </message>
    <message>
        <source>Save profile</source>
        <translation>保存方案</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>视图名称</translation>
    </message>
</context>
<context>
    <name>Merging</name>
    <message>
        <source>nothing yet names it</source>
        <translation>尚无记录引用</translation>
    </message>
    <message>
        <source>Everything that names “{merged}” will name “{kept}” ({what}). “{merged}” stays as its alias, and Undo takes it back.</source>
        <translation>凡引用“{merged}”之处将改为“{kept}”（{what}）。“{merged}”留作其别名，可撤销。</translation>
    </message>
    <message>
        <source>Merge “{merged}” into “{kept}”?</source>
        <translation>将“{merged}”并入“{kept}”？</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>两者都保留</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Merged into {kept}</source>
        <translation>已并入{kept}</translation>
    </message>
</context>
<context>
    <name>Money</name>
    <message>
        <source>Money</source>
        <translation>资金</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>收益分配</translation>
    </message>
    <message>
        <source>Payee</source>
        <translation>领款人</translation>
    </message>
    <message>
        <source>Distribution computed again</source>
        <translation>重新计算的分配</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>分配政策</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>假设</translation>
    </message>
    <message>
        <source>Equity</source>
        <translation>股权</translation>
    </message>
    <message>
        <source>Shares of a company</source>
        <translation>公司股份</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>分配政策</translation>
    </message>
    <message>
        <source>revenue sharing rules</source>
        <translation>收益分配规则</translation>
    </message>
    <message>
        <source>Record a receipt</source>
        <translation>记录收款</translation>
    </message>
    <message>
        <source>Record an expense</source>
        <translation>记录支出</translation>
    </message>
    <message>
        <source>Draft a distribution</source>
        <translation>起草分配</translation>
    </message>
    <message>
        <source>Equity: the register of shares</source>
        <translation>股权：股份登记册</translation>
    </message>
    <message>
        <source>Follow a company&apos;s shares</source>
        <translation>跟踪一家公司的股份</translation>
    </message>
    <message>
        <source>Choose a share for a case</source>
        <translation>为案件选定份额</translation>
    </message>
    <message>
        <source>Say where a person&apos;s part goes</source>
        <translation>设定个人部分的去向</translation>
    </message>
    <message>
        <source>Share an agreement&apos;s income over its cases</source>
        <translation>将协议收入分摊到各案件</translation>
    </message>
</context>
<context>
    <name>MoneyBooks</name>
    <message>
        <source>Licence income.pdf</source>
        <translation>许可收入.pdf</translation>
    </message>
    <message>
        <source>Write income to</source>
        <translation>收入写入</translation>
    </message>
    <message>
        <source>Writing income</source>
        <translation>正在写出收入</translation>
    </message>
    <message>
        <source>Write the books to</source>
        <translation>账簿写入</translation>
    </message>
    <message>
        <source>Writing the books</source>
        <translation>正在写出账簿</translation>
    </message>
    <message>
        <source>{count} files written to {folder}</source>
        <translation>{count} 个文件已写入 {folder}</translation>
    </message>
    <message>
        <source>No period is closed.</source>
        <translation>没有已关闭的期间。</translation>
    </message>
    <message>
        <source>Open the books again?</source>
        <translation>重开账簿？</translation>
    </message>
    <message>
        <source>They are closed until {day}. Bookings on those days become possible again.</source>
        <translation>账簿已关闭至 {day}。重开后这些日期可以再次记账。</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重开</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Books open again</source>
        <translation>账簿已重开</translation>
    </message>
    <message>
        <source>Nothing is owed besides distributions that can be paid.</source>
        <translation>除分配外没有可支付的应付款。</translation>
    </message>
    <message>
        <source>{amount} goes from the bank to {count} payees; {left} have no account yet.</source>
        <translation>{amount} 从银行付给 {count} 名领款人；{left} 名尚无账户。</translation>
    </message>
    <message>
        <source>Pay what is owed?</source>
        <translation>支付应付款？</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>支付</translation>
    </message>
    <message>
        <source>Payment booked</source>
        <translation>支付已记账</translation>
    </message>
    <message>
        <source>Nobody has been paid yet.</source>
        <translation>尚未支付任何人。</translation>
    </message>
    <message>
        <source>Write the summaries to</source>
        <translation>年度汇总写入</translation>
    </message>
    <message>
        <source>Writing the summaries</source>
        <translation>正在写出年度汇总</translation>
    </message>
</context>
<context>
    <name>MoneyColumns</name>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Received up to</source>
        <translation>收款截至</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Drafted by</source>
        <translation>起草人</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>批准人</translation>
    </message>
    <message>
        <source>Posted</source>
        <translation>已过账</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>净额</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>approved, not posted</source>
        <translation>已批准，未过账</translation>
    </message>
    <message>
        <source>posted, not paid out</source>
        <translation>已过账，未支付</translation>
    </message>
    <message>
        <source>paid out</source>
        <translation>已支付</translation>
    </message>
    <message>
        <source>reversed</source>
        <translation>已冲销</translation>
    </message>
    <message>
        <source>From</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Kind of income</source>
        <translation>收入类型</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Cur.</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>Gross</source>
        <translation>毛额</translation>
    </message>
    <message>
        <source>In the office&apos;s</source>
        <translation>本位币金额</translation>
    </message>
    <message>
        <source>to recover</source>
        <translation>待收回</translation>
    </message>
    <message>
        <source>invoiced</source>
        <translation>已开账单</translation>
    </message>
    <message>
        <source>recovered</source>
        <translation>已收回</translation>
    </message>
    <message>
        <source>written off</source>
        <translation>已核销</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Paid to</source>
        <translation>收款方</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>发票号</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>已收回</translation>
    </message>
    <message>
        <source>Payee</source>
        <translation>领款人</translation>
    </message>
    <message>
        <source>All years</source>
        <translation>历年</translation>
    </message>
    <message>
        <source>Owed now</source>
        <translation>现应付</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>暂存</translation>
    </message>
    <message>
        <source>Held since</source>
        <translation>暂存自</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>期初</translation>
    </message>
    <message>
        <source>Debit</source>
        <translation>借方</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>贷方</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>期末</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>分录</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>From the day</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>汇率</translation>
    </message>
    <message>
        <source>In</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>Published by</source>
        <translation>公布方</translation>
    </message>
    <message>
        <source>day of receipt</source>
        <translation>收款日</translation>
    </message>
    <message>
        <source>day of disclosure</source>
        <translation>披露日</translation>
    </message>
    <message>
        <source>day the office was told</source>
        <translation>报告日</translation>
    </message>
    <message>
        <source>day of signature</source>
        <translation>签署日</translation>
    </message>
    <message>
        <source>Chosen by</source>
        <translation>选择依据</translation>
    </message>
    <message>
        <source>Kinds of income</source>
        <translation>收入种类</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>分配政策</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
</context>
<context>
    <name>MoneyForms</name>
    <message>
        <source>No distribution yet</source>
        <translation>还没有分配批次</translation>
    </message>
    <message>
        <source>A distribution shares what was received by the office&apos;s policy.</source>
        <translation>分配批次按办公室的分配政策分配收款。</translation>
    </message>
    <message>
        <source>No income yet</source>
        <translation>尚无收入</translation>
    </message>
    <message>
        <source>What licensees pay is drawn here by year and kind, case by case.</source>
        <translation>被许可方的付款按年份、种类和案件绘于此处。</translation>
    </message>
    <message>
        <source>Nobody has been paid yet</source>
        <translation>尚未支付任何人</translation>
    </message>
    <message>
        <source>Whoever gets a part of a posted distribution stands here.</source>
        <translation>在已过账分配中有份额的人列于此处。</translation>
    </message>
    <message>
        <source>Nothing is booked yet</source>
        <translation>尚未记账</translation>
    </message>
    <message>
        <source>Receipts, expenses and distributions are booked on these accounts.</source>
        <translation>收款、费用和分配记入这些账户。</translation>
    </message>
    <message>
        <source>Nothing received yet</source>
        <translation>还没有收款</translation>
    </message>
    <message>
        <source>Record what licensees pay; each case&apos;s part waits for a distribution.</source>
        <translation>记录被许可方的付款；每个案件的部分等待分配。</translation>
    </message>
    <message>
        <source>Nothing spent yet</source>
        <translation>还没有支出</translation>
    </message>
    <message>
        <source>Record filing fees and counsel; they are recovered before income is shared.</source>
        <translation>记录申请费和代理费；先收回费用，再分配收入。</translation>
    </message>
    <message>
        <source>No exchange rate yet</source>
        <translation>还没有汇率</translation>
    </message>
    <message>
        <source>Money in another currency is converted at a rate as published.</source>
        <translation>其他币种的款项按公布的汇率换算。</translation>
    </message>
    <message>
        <source>Nothing is owed before sharing</source>
        <translation>没有分配前应付款项</translation>
    </message>
    <message>
        <source>Reserves for forecast costs, and what sponsors and partners get first.</source>
        <translation>预计费用的准备金，以及资助方和合作方优先取得的款项。</translation>
    </message>
    <message>
        <source>No policy yet</source>
        <translation>还没有分配政策</translation>
    </message>
    <message>
        <source>Adopt the rules by which income is shared, from a day on.</source>
        <translation>采用自某日起分配收入的规则。</translation>
    </message>
    <message>
        <source>Draft a distribution…</source>
        <translation>起草分配批次…</translation>
    </message>
    <message>
        <source>Record a receipt…</source>
        <translation>记录收款…</translation>
    </message>
    <message>
        <source>Record an expense…</source>
        <translation>记录支出…</translation>
    </message>
    <message>
        <source>Write as PDF…</source>
        <translation>写为 PDF…</translation>
    </message>
    <message>
        <source>Pay what is owed…</source>
        <translation>支付应付款…</translation>
    </message>
    <message>
        <source>Write for finance…</source>
        <translation>写给财务…</translation>
    </message>
    <message>
        <source>Enter a rate…</source>
        <translation>录入汇率…</translation>
    </message>
    <message>
        <source>Owed before sharing…</source>
        <translation>分配前应付…</translation>
    </message>
    <message>
        <source>Adopt a policy…</source>
        <translation>采用分配政策…</translation>
    </message>
</context>
<context>
    <name>MoneyPage</name>
    <message>
        <source>Lists of money</source>
        <translation>资金列表</translation>
    </message>
    <message>
        <source>Equity</source>
        <translation>股权</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>资金</translation>
    </message>
    <message>
        <source>Distributions</source>
        <translation>分配批次</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>收入</translation>
    </message>
    <message>
        <source>Payees</source>
        <translation>领款人</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>Expenses</source>
        <translation>支出</translation>
    </message>
    <message>
        <source>Owed first</source>
        <translation>优先应付</translation>
    </message>
    <message>
        <source>Exchange rates</source>
        <translation>汇率</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>分配政策</translation>
    </message>
    <message>
        <source>Reverse…</source>
        <translation>冲销…</translation>
    </message>
    <message>
        <source>Patent costs</source>
        <translation>专利费用</translation>
    </message>
    <message>
        <source>Close the books…</source>
        <translation>结账…</translation>
    </message>
    <message>
        <source>Open again…</source>
        <translation>重开…</translation>
    </message>
    <message>
        <source>Yearly summaries…</source>
        <translation>年度汇总…</translation>
    </message>
    <message>
        <source>list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>close form</source>
        <translation>关闭表单</translation>
    </message>
    <message>
        <source>Open the books again…</source>
        <translation>重开账簿…</translation>
    </message>
    <message>
        <source>Next list</source>
        <translation>下一列表</translation>
    </message>
    <message>
        <source>Previous list</source>
        <translation>上一列表</translation>
    </message>
    <message>
        <source>Choose a share for a case…</source>
        <translation>为案件选定份额…</translation>
    </message>
    <message>
        <source>Where a person&apos;s part goes…</source>
        <translation>个人部分的去向…</translation>
    </message>
    <message>
        <source>Record an election…</source>
        <translation>登记政策选择…</translation>
    </message>
    <message>
        <source>Share income over cases…</source>
        <translation>将收入分摊到案件…</translation>
    </message>
    <message>
        <source>What if under another policy…</source>
        <translation>若按另一政策…</translation>
    </message>
</context>
<context>
    <name>MoneySheets</name>
    <message>
        <source>Record a receipt</source>
        <translation>记录收款</translation>
    </message>
    <message>
        <source>Booked at once. A mistake is corrected by its reversal.</source>
        <translation>立即入账。如有错误，以冲销更正。</translation>
    </message>
    <message>
        <source>Book the receipt</source>
        <translation>收款入账</translation>
    </message>
    <message>
        <source>Receipt booked. To take it back, reverse it.</source>
        <translation>收款已入账。如要收回，请冲销。</translation>
    </message>
    <message>
        <source>No agreement</source>
        <translation>无协议</translation>
    </message>
    <message>
        <source>Paid under</source>
        <translation>所依协议</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Gross</source>
        <translation>毛额</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>付款方</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>Share income over cases</source>
        <translation>将收入分摊到案件</translation>
    </message>
    <message>
        <source>For what is received from that day. What is booked keeps its parts.</source>
        <translation>适用于该日起的收款；已入账的分摊不变。</translation>
    </message>
    <message>
        <source>Keep the plan</source>
        <translation>保存方案</translation>
    </message>
    <message>
        <source>Plan kept</source>
        <translation>方案已保存</translation>
    </message>
    <message>
        <source>Every kind</source>
        <translation>全部种类</translation>
    </message>
    <message>
        <source>Shares as given</source>
        <translation>按所列份额</translation>
    </message>
    <message>
        <source>Equally</source>
        <translation>均分</translation>
    </message>
    <message>
        <source>By the number of filings</source>
        <translation>按申请数量</translation>
    </message>
    <message>
        <source>To the case that brought it</source>
        <translation>归于带来收入的案件</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>分摊方式</translation>
    </message>
    <message>
        <source>Cases and shares</source>
        <translation>案件与份额</translation>
    </message>
    <message>
        <source>Kind of income</source>
        <translation>收入类型</translation>
    </message>
    <message>
        <source>Received from</source>
        <translation>收款自</translation>
    </message>
    <message>
        <source>Agreed how</source>
        <translation>约定方式</translation>
    </message>
    <message>
        <source>No signed agreement covers more than one case.</source>
        <translation>没有涵盖多个案件的已签署协议。</translation>
    </message>
    <message>
        <source>Bank fees kept back</source>
        <translation>扣下的银行手续费</translation>
    </message>
    <message>
        <source>Tax withheld</source>
        <translation>预扣税</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Record an expense</source>
        <translation>记录支出</translation>
    </message>
    <message>
        <source>Book the expense</source>
        <translation>支出入账</translation>
    </message>
    <message>
        <source>Expense booked. To take it back, reverse it.</source>
        <translation>支出已入账。如要收回，请冲销。</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Paid to</source>
        <translation>收款方</translation>
    </message>
    <message>
        <source>Their invoice</source>
        <translation>对方发票号</translation>
    </message>
    <message>
        <source>Who bears it</source>
        <translation>承担方</translation>
    </message>
    <message>
        <source>Draft a distribution</source>
        <translation>起草分配</translation>
    </message>
    <message>
        <source>Nothing is booked: you look at it, then approve and post.</source>
        <translation>尚未入账：您查看后，再批准、过账。</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草案</translation>
    </message>
    <message>
        <source>Received up to</source>
        <translation>收款截至</translation>
    </message>
    <message>
        <source>Adopt a policy</source>
        <translation>采用分配政策</translation>
    </message>
    <message>
        <source>Distributions follow it for what is received from that day.</source>
        <translation>自该日起的收款按此政策分配。</translation>
    </message>
    <message>
        <source>Adopt</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Policy adopted</source>
        <translation>分配政策已采用</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>分配政策</translation>
    </message>
    <message>
        <source>In force from</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Ends the policy</source>
        <translation>终止该政策</translation>
    </message>
    <message>
        <source>Enter an exchange rate</source>
        <translation>录入汇率</translation>
    </message>
    <message>
        <source>One unit of the currency in {base}, exactly as published.</source>
        <translation>一单位该币种折合 {base}，完全按公布的数值。</translation>
    </message>
    <message>
        <source>Keep the rate</source>
        <translation>保存汇率</translation>
    </message>
    <message>
        <source>Rate kept</source>
        <translation>汇率已保存</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>汇率</translation>
    </message>
    <message>
        <source>From the day</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Published by</source>
        <translation>公布方</translation>
    </message>
    <message>
        <source>Close the books</source>
        <translation>结账</translation>
    </message>
    <message>
        <source>Nothing more is booked up to that day. A correction is dated on the first open one.</source>
        <translation>至该日不再入账。更正记在其后的第一个开放日。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Books closed</source>
        <translation>账簿已结账</translation>
    </message>
    <message>
        <source>Up to</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>Choose a share for a case</source>
        <translation>为案件选定份额</translation>
    </message>
    <message>
        <source>Within the range of the policy, from a day on.</source>
        <translation>在政策范围之内，自某日起。</translation>
    </message>
    <message>
        <source>Keep the share</source>
        <translation>保存份额</translation>
    </message>
    <message>
        <source>Share kept</source>
        <translation>份额已保存</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>参与方</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>份额</translation>
    </message>
    <message>
        <source>Where a person&apos;s part goes</source>
        <translation>个人部分的去向</translation>
    </message>
    <message>
        <source>Brackets and caps still count it as the person&apos;s. Without a case: all.</source>
        <translation>分档与上限仍计入该人。不填案件：适用于全部。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>To a department or account</source>
        <translation>转给院系或账户</translation>
    </message>
    <message>
        <source>Given back: where the policy says</source>
        <translation>放弃：按政策归属</translation>
    </message>
    <message>
        <source>To an heir</source>
        <translation>转给继承人</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>个人</translation>
    </message>
    <message>
        <source>Goes</source>
        <translation>去向</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>院系</translation>
    </message>
    <message>
        <source>Heir</source>
        <translation>继承人</translation>
    </message>
    <message>
        <source>Only of the case</source>
        <translation>仅此案件</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Record an election</source>
        <translation>登记政策选择</translation>
    </message>
    <message>
        <source>Made once for all later inventions; it stays.</source>
        <translation>对以后全部发明只作一次，不得更改。</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Election recorded</source>
        <translation>选择已登记</translation>
    </message>
    <message>
        <source>Elected</source>
        <translation>所选政策</translation>
    </message>
    <message>
        <source>Elected on</source>
        <translation>选择日期</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>MoneyTab</name>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>From</source>
        <translation>付款方</translation>
    </message>
    <message>
        <source>Kind of income</source>
        <translation>收入类型</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Gross</source>
        <translation>毛额</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>本位币</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>All patent costs</source>
        <translation>全部专利费用</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>To</source>
        <translation>收款方</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Borne by</source>
        <translation>承担方</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>已收回</translation>
    </message>
    <message>
        <source>{currency}: received {received} in all, {year} of it in the fiscal year to {end}. Spent {spent} − came back {recovered} − written off {off} = not yet recovered {left}. A booking is corrected by its reversal: Enter on its line.</source>
        <translation>{currency}：共收到 {received}，其中截至 {end} 的财政年度 {year}。支出 {spent} − 已收回 {recovered} − 已核销 {off} = 尚未收回 {left}。入账有误时冲销：在该行按 Enter。</translation>
    </message>
    <message>
        <source>to recover</source>
        <translation>待收回</translation>
    </message>
    <message>
        <source>invoiced</source>
        <translation>已请款</translation>
    </message>
    <message>
        <source>recovered</source>
        <translation>已收回</translation>
    </message>
    <message>
        <source>written off</source>
        <translation>已核销</translation>
    </message>
    <message>
        <source>Expenses</source>
        <translation>支出</translation>
    </message>
    <message>
        <source>Record a receipt…</source>
        <translation>记录收款…</translation>
    </message>
    <message>
        <source>Nothing was received yet.</source>
        <translation>还没有收款。</translation>
    </message>
    <message>
        <source>Record an expense…</source>
        <translation>记录支出…</translation>
    </message>
    <message>
        <source>Nothing was spent yet.</source>
        <translation>还没有支出。</translation>
    </message>
    <message>
        <source>It adds up</source>
        <translation>合计核对</translation>
    </message>
</context>
<context>
    <name>Month</name>
    <message>
        <source>Calendar of the month</source>
        <translation>月历</translation>
    </message>
    <message>
        <source>last day</source>
        <translation>截止日</translation>
    </message>
    <message>
        <source>counted end</source>
        <translation>计算终点</translation>
    </message>
    <message>
        <source>safe date</source>
        <translation>安全日期</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>休息</translation>
    </message>
</context>
<context>
    <name>MovedPanel</name>
    <message>
        <source>What moved</source>
        <translation>变动情况</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>{count} deadlines are not as they were.</source>
        <translation>{count} 项期限有变动。</translation>
    </message>
    <message>
        <source>No deadline is other than before.</source>
        <translation>没有期限发生变动。</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Nothing is due any more</source>
        <translation>不再到期</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Decided before, kept as it was</source>
        <translation>此前已决定，保持不变</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 项</translation>
    </message>
</context>
<context>
    <name>Narrowing</name>
    <message>
        <source>Next 35 days</source>
        <translation>今后 35 天</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我负责的</translation>
    </message>
    <message>
        <source>Three months</source>
        <translation>三个月</translation>
    </message>
    <message>
        <source>All open</source>
        <translation>全部未完成</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>已决定</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>未核对</translation>
    </message>
    <message>
        <source>Hard</source>
        <translation>不可延期</translation>
    </message>
    <message>
        <source>Extendable</source>
        <translation>可延期</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>何人</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>处理结果</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>收藏的视图</translation>
    </message>
</context>
<context>
    <name>NewOffice</name>
    <message>
        <source>New office</source>
        <translation>新建办公室</translation>
    </message>
    <message>
        <source>Make the office</source>
        <translation>建立办公室</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Everything but the place can be changed later, from a day on.</source>
        <translation>除存放位置外，均可日后自某日起更改。</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>办公室</translation>
    </message>
    <message>
        <source>Name of the office</source>
        <translation>办公室名称</translation>
    </message>
    <message>
        <source>University or laboratory</source>
        <translation>大学或实验室</translation>
    </message>
    <message>
        <source>First officer</source>
        <translation>第一位技术经理</translation>
    </message>
    <message>
        <source>Your name stands beside everything you change.</source>
        <translation>您所作的每项更改旁都有您的姓名。</translation>
    </message>
    <message>
        <source>How it counts</source>
        <translation>计算方式</translation>
    </message>
    <message>
        <source>Base currency</source>
        <translation>本位币</translation>
    </message>
    <message>
        <source>Fiscal year ends on</source>
        <translation>财年终止日</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Where it lies</source>
        <translation>存放位置</translation>
    </message>
    <message>
        <source>File, or address of an empty PostgreSQL database</source>
        <translation>文件，或空的 PostgreSQL 数据库地址</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Passphrase (optional)</source>
        <translation>口令（可选）</translation>
    </message>
    <message>
        <source>It encrypts the whole file. Without it nobody can read the office again.</source>
        <translation>口令为整个文件加密。没有口令，谁也无法再读取此办公室。</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>再输一次</translation>
    </message>
    <message>
        <source>make the office</source>
        <translation>建立办公室</translation>
    </message>
    <message>
        <source>next wrong field</source>
        <translation>下一处错误</translation>
    </message>
</context>
<context>
    <name>NineSteps</name>
    <message>
        <source>Disclosure</source>
        <translation>披露</translation>
    </message>
    <message>
        <source>Docketing</source>
        <translation>立案</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>保护</translation>
    </message>
    <message>
        <source>Marketing</source>
        <translation>推广</translation>
    </message>
    <message>
        <source>Monitoring</source>
        <translation>监督</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>收益分配</translation>
    </message>
    <message>
        <source>Equity</source>
        <translation>股权</translation>
    </message>
    <message>
        <source>Amendment</source>
        <translation>变更</translation>
    </message>
</context>
<context>
    <name>NoteSheets</name>
    <message>
        <source>New note</source>
        <translation>新建备注</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>编辑备注</translation>
    </message>
    <message>
        <source>Save note</source>
        <translation>保存备注</translation>
    </message>
    <message>
        <source>Note saved</source>
        <translation>备注已保存</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>新建任务</translation>
    </message>
    <message>
        <source>Edit task</source>
        <translation>编辑任务</translation>
    </message>
    <message>
        <source>Save task</source>
        <translation>保存任务</translation>
    </message>
    <message>
        <source>Task saved</source>
        <translation>任务已保存</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>要做什么</translation>
    </message>
    <message>
        <source>By</source>
        <translation>添加者</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>何人</translation>
    </message>
    <message>
        <source>You, when left empty.</source>
        <translation>留空则为您本人。</translation>
    </message>
    <message>
        <source>No step</source>
        <translation>无步骤</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
</context>
<context>
    <name>NotesTab</name>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>参考内容</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>何人</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Add task…</source>
        <translation>添加任务…</translation>
    </message>
    <message>
        <source>Nothing is to be done.</source>
        <translation>没有待办事项。</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Add note…</source>
        <translation>添加备注…</translation>
    </message>
    <message>
        <source>No note yet. Notes are searched like everything else.</source>
        <translation>还没有备注。备注与其他内容一样可检索。</translation>
    </message>
    <message>
        <source>Nothing was decided yet.</source>
        <translation>还没有作出决定。</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>By</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Not done after all</source>
        <translation>改为未完成</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Not done: {task}</source>
        <translation>未完成：{task}</translation>
    </message>
    <message>
        <source>Done: {task}</source>
        <translation>已完成：{task}</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Note deleted</source>
        <translation>备注已删除</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Disclosure</source>
        <translation>披露</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>权利</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Equity</source>
        <translation>股权</translation>
    </message>
    <message>
        <source>This office is being written by somebody else</source>
        <translation>此办公室正由他人写入</translation>
    </message>
    <message>
        <source>Open for reading</source>
        <translation>只读打开</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>reading only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>技术经理</translation>
    </message>
    <message>
        <source>{file}, reading only</source>
        <translation>{file}，只读</translation>
    </message>
    <message>
        <source>Open for reading: nothing can be changed.</source>
        <translation>以只读方式打开：不能更改。</translation>
    </message>
    <message>
        <source>The program was stopped last time. The office was checked: it is whole.</source>
        <translation>程序上次被中断。已检查办公室：完好。</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>备份…</translation>
    </message>
    <message>
        <source>Check the office</source>
        <translation>检查办公室</translation>
    </message>
    <message>
        <source>Set or change the passphrase…</source>
        <translation>设置或更改口令…</translation>
    </message>
    <message>
        <source>Work as somebody else…</source>
        <translation>以他人身份工作…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Close the office</source>
        <translation>关闭办公室</translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Backed up to {name}. The copy passed the full check.</source>
        <translation>已备份到{name}。副本通过了全面检查。</translation>
    </message>
    <message>
        <source>Checked: the office is whole.</source>
        <translation>已检查：办公室完好。</translation>
    </message>
</context>
<context>
    <name>OrganisationPage</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>院系</translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation>规模</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Add a department</source>
        <translation>添加院系</translation>
    </message>
    <message>
        <source>Size by date</source>
        <translation>各时期规模</translation>
    </message>
    <message>
        <source>Record the size</source>
        <translation>登记规模</translation>
    </message>
    <message>
        <source>Money goes to</source>
        <translation>收款账户</translation>
    </message>
    <message>
        <source>Set account</source>
        <translation>设定账户</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>股数</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Employees</source>
        <translation>员工人数</translation>
    </message>
    <message>
        <source>From</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>支付方式</translation>
    </message>
    <message>
        <source>Permitted use</source>
        <translation>许可用途</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>department</source>
        <translation>院系</translation>
    </message>
    <message>
        <source>size</source>
        <translation>规模</translation>
    </message>
    <message>
        <source>account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Edit the organisation</source>
        <translation>编辑机构</translation>
    </message>
    <message>
        <source>The company&apos;s shares</source>
        <translation>公司的股份</translation>
    </message>
    <message>
        <source>Set where the money goes</source>
        <translation>设定收款账户</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生的事项</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>全部类型</translation>
    </message>
    <message>
        <source>bar: step open    ◆ contract or grant    ● event    ○ needs attention</source>
        <translation>条：进行中    ◆ 合同或授权    ● 事件    ○ 需关注</translation>
    </message>
    <message>
        <source>Nine steps over time</source>
        <translation>九个步骤的时间线</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Contracts and grants</source>
        <translation>合同与授权</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>资金</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>需要关注</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>何人</translation>
    </message>
    <message>
        <source>received {day}</source>
        <translation>{day} 收到</translation>
    </message>
</context>
<context>
    <name>OwnerSheets</name>
    <message>
        <source>Owners of {number}</source>
        <translation>{number} 的权利人</translation>
    </message>
    <message>
        <source>All shares together make exactly 100 %.</source>
        <translation>全部份额之和须正好为 100%。</translation>
    </message>
    <message>
        <source>Save owners</source>
        <translation>保存权利人</translation>
    </message>
    <message>
        <source>{number}: owners saved</source>
        <translation>{number}：权利人已保存</translation>
    </message>
    <message>
        <source>Other owner</source>
        <translation>其他权利人</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>份额</translation>
    </message>
    <message>
        <source>Add owner</source>
        <translation>添加权利人</translation>
    </message>
    <message>
        <source>Our share</source>
        <translation>我方份额</translation>
    </message>
    <message>
        <source>From</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Offer title of {number}</source>
        <translation>提议 {number} 的所有权</translation>
    </message>
    <message>
        <source>Record the offer</source>
        <translation>记录提议</translation>
    </message>
    <message>
        <source>Offer of title recorded</source>
        <translation>所有权提议已记录</translation>
    </message>
    <message>
        <source>To</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>提议日期</translation>
    </message>
    <message>
        <source>Answer of {name}</source>
        <translation>{name}的答复</translation>
    </message>
    <message>
        <source>Title of {number} was offered on {day}.</source>
        <translation>{number} 的所有权于 {day} 提议。</translation>
    </message>
    <message>
        <source>Record the answer</source>
        <translation>记录答复</translation>
    </message>
    <message>
        <source>Answer recorded</source>
        <translation>答复已记录</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>答复日期</translation>
    </message>
</context>
<context>
    <name>OwnershipChart</name>
    <message>
        <source>Who owned the company</source>
        <translation>公司的历次股权结构</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Find any record or action</source>
        <translation>查找任何记录或操作</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>查找结果</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>actions of this record</source>
        <translation>此记录的操作</translation>
    </message>
    <message>
        <source>close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>actions only</source>
        <translation>仅操作</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>{count} found in {ms} ms</source>
        <translation>用时 {ms} 毫秒，找到 {count} 项</translation>
    </message>
</context>
<context>
    <name>PaperForms</name>
    <message>
        <source>Write a disclosure form…</source>
        <translation>生成披露书表格…</translation>
    </message>
    <message>
        <source>Read a disclosure form…</source>
        <translation>读入披露书表格…</translation>
    </message>
    <message>
        <source>Write a disclosure form</source>
        <translation>生成披露书表格</translation>
    </message>
    <message>
        <source>disclosure form.xlsx</source>
        <translation>发明披露书.xlsx</translation>
    </message>
    <message>
        <source>Workbooks (*.xlsx)</source>
        <translation>工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Read a disclosure form</source>
        <translation>读入披露书表格</translation>
    </message>
    <message>
        <source>Written: {name}</source>
        <translation>已生成：{name}</translation>
    </message>
    <message>
        <source>Read from the form: a new case</source>
        <translation>已从表格读入：新案件</translation>
    </message>
</context>
<context>
    <name>PatentsTab</name>
    <message>
        <source>Office</source>
        <translation>专利局</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>申请日</translation>
    </message>
    <message>
        <source>Granted</source>
        <translation>授权日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>截止日</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Counsel</source>
        <translation>专利代理人</translation>
    </message>
    <message>
        <source>Patents</source>
        <translation>专利</translation>
    </message>
    <message>
        <source>Record a filing…</source>
        <translation>登记申请…</translation>
    </message>
    <message>
        <source>Patents and other rights</source>
        <translation>专利与其他权利</translation>
    </message>
    <message>
        <source>No filing. Not every case is filed: decide first, then record the filing.</source>
        <translation>没有申请。并非每个案件都申请：先作决定，再登记申请。</translation>
    </message>
</context>
<context>
    <name>PayeePage</name>
    <message>
        <source>Amounts</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>owed</source>
        <translation>应付</translation>
    </message>
    <message>
        <source>held</source>
        <translation>暂存</translation>
    </message>
    <message>
        <source>released</source>
        <translation>已放行</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>已支付</translation>
    </message>
    <message>
        <source>came back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>No amounts yet</source>
        <translation>尚无金额</translation>
    </message>
    <message>
        <source>may be used for: {use}</source>
        <translation>可用于：{use}</translation>
    </message>
    <message>
        <source>no account is recorded</source>
        <translation>没有登记账户</translation>
    </message>
    <message>
        <source>{owed} owed now, {held} held, {paid} paid so far, in {currency}</source>
        <translation>现应付 {owed}，暂存 {held}，已支付 {paid}，{currency}</translation>
    </message>
    <message>
        <source>{amount} is owed then. What waits for signed shares is divided as they are signed now.</source>
        <translation>{amount} 将转为应付。等待签署份额的款项按现在签署的份额分配。</translation>
    </message>
    <message>
        <source>Release what is held of {number}?</source>
        <translation>放行 {number} 的暂存款？</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>放行</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>已放行</translation>
    </message>
    <message>
        <source>{amount} is held again; the mirror of the release is booked.</source>
        <translation>{amount} 再次暂存；放行的冲销已记账。</translation>
    </message>
    <message>
        <source>Take the release of {number} back?</source>
        <translation>撤回 {number} 的放行？</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Held again</source>
        <translation>再次暂存</translation>
    </message>
    <message>
        <source>{amount} is in the bank again and owed to the payee.</source>
        <translation>{amount} 回到银行，再次应付领款人。</translation>
    </message>
    <message>
        <source>Payment {number} came back?</source>
        <translation>支付 {number} 已退回？</translation>
    </message>
    <message>
        <source>Book it</source>
        <translation>记账</translation>
    </message>
    <message>
        <source>Booked as come back</source>
        <translation>已记为退回</translation>
    </message>
    <message>
        <source>{amount} goes from the bank to {name}.</source>
        <translation>{amount} 从银行付给 {name}。</translation>
    </message>
    <message>
        <source>Pay what is owed?</source>
        <translation>支付应付款？</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>支付</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>Payment booked</source>
        <translation>支付已记账</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>why</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>pay what is owed</source>
        <translation>支付应付款</translation>
    </message>
    <message>
        <source>Why this amount</source>
        <translation>为什么是这个金额</translation>
    </message>
    <message>
        <source>Open the distribution</source>
        <translation>打开分配批次</translation>
    </message>
    <message>
        <source>Release…</source>
        <translation>放行…</translation>
    </message>
    <message>
        <source>Take the release back…</source>
        <translation>撤回放行…</translation>
    </message>
    <message>
        <source>It came back…</source>
        <translation>已退回…</translation>
    </message>
    <message>
        <source>Pay what is owed…</source>
        <translation>支付应付款…</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>新建人员</translation>
    </message>
    <message>
        <source>New organisation</source>
        <translation>新建机构</translation>
    </message>
</context>
<context>
    <name>PeopleList</name>
    <message>
        <source>Filter people</source>
        <translation>筛选人员</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Nobody fits</source>
        <translation>没有符合的人员</translation>
    </message>
    <message>
        <source>Nobody of this name is on file. Add them, or take words away.</source>
        <translation>没有此姓名的记录。请添加，或去掉一些词语。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>职位</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮箱</translation>
    </message>
    <message>
        <source>officer</source>
        <translation>技术经理</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>简称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>隶属于</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Officers</source>
        <translation>技术经理</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>新建人员</translation>
    </message>
    <message>
        <source>New organisation</source>
        <translation>新建机构</translation>
    </message>
    <message>
        <source>{marked} chosen of {count}</source>
        <translation>已选 {marked} 项，共 {count} 项</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>select</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>merge two</source>
        <translation>合并两项</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>筛选列表</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>新条目</translation>
    </message>
    <message>
        <source>Merge the two chosen…</source>
        <translation>合并所选两项…</translation>
    </message>
    <message>
        <source>Next view</source>
        <translation>下一视图</translation>
    </message>
</context>
<context>
    <name>PeopleSheets</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>新建人员</translation>
    </message>
    <message>
        <source>Edit person</source>
        <translation>编辑人员</translation>
    </message>
    <message>
        <source>Person saved</source>
        <translation>人员已保存</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Name in another script</source>
        <translation>其他文字的姓名</translation>
    </message>
    <message>
        <source>Made from the name when empty.</source>
        <translation>留空则由姓名生成。</translation>
    </message>
    <message>
        <source>Sorted by</source>
        <translation>排序依据</translation>
    </message>
    <message>
        <source>Initials</source>
        <translation>姓名缩写</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮箱</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Language of letters</source>
        <translation>信函语言</translation>
    </message>
    <message>
        <source>Works at</source>
        <translation>任职于</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>职位</translation>
    </message>
    <message>
        <source>Add a place</source>
        <translation>添加任职</translation>
    </message>
    <message>
        <source>Place added</source>
        <translation>任职已添加</translation>
    </message>
    <message>
        <source>Organisation or department</source>
        <translation>机构或院系</translation>
    </message>
    <message>
        <source>End at {place}</source>
        <translation>结束在{place}的任职</translation>
    </message>
    <message>
        <source>Place ended</source>
        <translation>任职已结束</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>截止日</translation>
    </message>
    <message>
        <source>Give a role</source>
        <translation>添加角色</translation>
    </message>
    <message>
        <source>Role given</source>
        <translation>角色已添加</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>For the organisation (optional)</source>
        <translation>所在机构（可选）</translation>
    </message>
    <message>
        <source>From</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Until (optional)</source>
        <translation>截止（可选）</translation>
    </message>
    <message>
        <source>Where the money goes</source>
        <translation>收款账户</translation>
    </message>
    <message>
        <source>Account saved</source>
        <translation>账户已保存</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>支付方式</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation>税号</translation>
    </message>
    <message>
        <source>Such as: research and education only</source>
        <translation>如：仅用于科研与教学</translation>
    </message>
    <message>
        <source>Permitted use</source>
        <translation>许可用途</translation>
    </message>
    <message>
        <source>Officer of the office</source>
        <translation>办公室的技术经理</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>May sign in as an officer</source>
        <translation>可作为技术经理登录</translation>
    </message>
    <message>
        <source>Login of the system</source>
        <translation>系统登录名</translation>
    </message>
    <message>
        <source>New organisation</source>
        <translation>新建机构</translation>
    </message>
    <message>
        <source>Edit organisation</source>
        <translation>编辑机构</translation>
    </message>
    <message>
        <source>Organisation saved</source>
        <translation>机构已保存</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>简称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Belongs to (optional)</source>
        <translation>隶属于（可选）</translation>
    </message>
    <message>
        <source>Country, such as US</source>
        <translation>国家，如 US</translation>
    </message>
    <message>
        <source>Web domain</source>
        <translation>网域</translation>
    </message>
    <message>
        <source>Record the size</source>
        <translation>登记规模</translation>
    </message>
    <message>
        <source>Size recorded</source>
        <translation>规模已登记</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Employees (if known)</source>
        <translation>员工人数（如已知）</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Places</source>
        <translation>任职</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Works at</source>
        <translation>任职于</translation>
    </message>
    <message>
        <source>Add a place</source>
        <translation>添加任职</translation>
    </message>
    <message>
        <source>Give a role</source>
        <translation>添加角色</translation>
    </message>
    <message>
        <source>Money goes to</source>
        <translation>收款账户</translation>
    </message>
    <message>
        <source>Set account</source>
        <translation>设定账户</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Officer…</source>
        <translation>技术经理…</translation>
    </message>
    <message>
        <source>Cases with this person</source>
        <translation>此人的案件</translation>
    </message>
    <message>
        <source>What they were paid</source>
        <translation>所得款项</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>职位</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>For</source>
        <translation>用于</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>支付方式</translation>
    </message>
    <message>
        <source>Permitted use</source>
        <translation>许可用途</translation>
    </message>
    <message>
        <source>From</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>officer</source>
        <translation>技术经理</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>place</source>
        <translation>任职</translation>
    </message>
    <message>
        <source>role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Edit the person</source>
        <translation>编辑人员</translation>
    </message>
    <message>
        <source>Set where the money goes</source>
        <translation>设定收款账户</translation>
    </message>
    <message>
        <source>Officer of the office…</source>
        <translation>办公室的技术经理…</translation>
    </message>
</context>
<context>
    <name>Pickers</name>
    <message>
        <source>New person “{words}”</source>
        <translation>新建人员“{words}”</translation>
    </message>
    <message>
        <source>Type a name</source>
        <translation>输入姓名或名称</translation>
    </message>
    <message>
        <source>New company “{words}”</source>
        <translation>新建企业“{words}”</translation>
    </message>
    <message>
        <source>New department “{words}”</source>
        <translation>新建院系“{words}”</translation>
    </message>
    <message>
        <source>New funding agency “{words}”</source>
        <translation>新建资助机构“{words}”</translation>
    </message>
    <message>
        <source>New university “{words}”</source>
        <translation>新建大学“{words}”</translation>
    </message>
    <message>
        <source>New law firm “{words}”</source>
        <translation>新建律师事务所“{words}”</translation>
    </message>
    <message>
        <source>Person added: {name}</source>
        <translation>已添加人员：{name}</translation>
    </message>
    <message>
        <source>Organisation added: {name}</source>
        <translation>已添加机构：{name}</translation>
    </message>
</context>
<context>
    <name>Policy</name>
    <message>
        <source>Party</source>
        <translation>参与方</translation>
    </message>
    <message>
        <source>This policy</source>
        <translation>本政策</translation>
    </message>
    <message>
        <source>The other</source>
        <translation>另一政策</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差额</translation>
    </message>
    <message>
        <source>Difference for each party</source>
        <translation>各方差额</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>The gross</source>
        <translation>毛额</translation>
    </message>
    <message>
        <source>What is left</source>
        <translation>余额</translation>
    </message>
    <message>
        <source>In general</source>
        <translation>总则</translation>
    </message>
    <message>
        <source>Chosen by</source>
        <translation>选择依据</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>档</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>指数</translation>
    </message>
    <message>
        <source>Small sums</source>
        <translation>小额</translation>
    </message>
    <message>
        <source>For life</source>
        <translation>终身</translation>
    </message>
    <message>
        <source>Each fiscal year</source>
        <translation>每财政年度</translation>
    </message>
    <message>
        <source>Each calendar year</source>
        <translation>每日历年</translation>
    </message>
    <message>
        <source>Each distribution</source>
        <translation>每次分配</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>资金</translation>
    </message>
    <message>
        <source>Whole shares</source>
        <translation>整股</translation>
    </message>
    <message>
        <source>A year&apos;s profit</source>
        <translation>年度利润</translation>
    </message>
    <message>
        <source>Largest remainder</source>
        <translation>最大余数</translation>
    </message>
    <message>
        <source>Over all payments together</source>
        <translation>全部付款累计</translation>
    </message>
    <message>
        <source>The last party takes the rest</source>
        <translation>余数归最后一方</translation>
    </message>
    <message>
        <source>The first party takes the rest</source>
        <translation>余数归第一方</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Currency of its amounts</source>
        <translation>金额币种</translation>
    </message>
    <message>
        <source>Divides</source>
        <translation>分配对象</translation>
    </message>
    <message>
        <source>One event covers</source>
        <translation>一次事件涵盖</translation>
    </message>
    <message>
        <source>Fiscal year ends (month-day)</source>
        <translation>财政年度末（月-日）</translation>
    </message>
    <message>
        <source>Rounding</source>
        <translation>取整</translation>
    </message>
    <message>
        <source>Takes what cannot be divided</source>
        <translation>收取除不尽部分</translation>
    </message>
    <message>
        <source>Only for these kinds of income</source>
        <translation>仅适用于这些收入</translation>
    </message>
    <message>
        <source>Codes with commas between; empty is every kind.</source>
        <translation>代码以逗号分隔；留空表示全部种类。</translation>
    </message>
    <message>
        <source>When it is distributed</source>
        <translation>分配时间</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Day of receipt</source>
        <translation>收款日</translation>
    </message>
    <message>
        <source>Day of disclosure</source>
        <translation>披露日</translation>
    </message>
    <message>
        <source>Day the office was told</source>
        <translation>报告日</translation>
    </message>
    <message>
        <source>Day the agreement was signed</source>
        <translation>协议签署日</translation>
    </message>
    <message>
        <source>Date that chooses the version</source>
        <translation>选择版本所依日期</translation>
    </message>
    <message>
        <source>Inventor hired from</source>
        <translation>发明人入职自</translation>
    </message>
    <message>
        <source>Inventor hired until</source>
        <translation>发明人入职至</translation>
    </message>
    <message>
        <source>Word of an election</source>
        <translation>选择用语</translation>
    </message>
    <message>
        <source>Inventors who elected this word fall under the policy.</source>
        <translation>选择此用语的发明人适用本政策。</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>简称</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>计算期</translation>
    </message>
    <message>
        <source>The excess goes to</source>
        <translation>超出部分归</translation>
    </message>
    <message>
        <source>Clause of the cap</source>
        <translation>上限条款</translation>
    </message>
    <message>
        <source>Shared among persons by signed shares</source>
        <translation>按已签署份额在个人间分配</translation>
    </message>
    <message>
        <source>Permitted use</source>
        <translation>许可用途</translation>
    </message>
    <message>
        <source>A disclaimed part goes to</source>
        <translation>放弃的部分归</translation>
    </message>
    <message>
        <source>Reverts to</source>
        <translation>回归于</translation>
    </message>
    <message>
        <source>Chosen per case: from</source>
        <translation>逐案选定：自</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message>
        <source>or one of</source>
        <translation>或选其一</translation>
    </message>
    <message>
        <source>Legal minimum</source>
        <translation>法定最低</translation>
    </message>
    <message>
        <source>By which law</source>
        <translation>依据法律</translation>
    </message>
    <message>
        <source>Main contributors at least</source>
        <translation>主要贡献人至少</translation>
    </message>
    <message>
        <source>Hold payments below</source>
        <translation>低于此额暂存</translation>
    </message>
    <message>
        <source>Cap of the party</source>
        <translation>该方上限</translation>
    </message>
    <message>
        <source>Cap of each person</source>
        <translation>每人上限</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>汇率</translation>
    </message>
    <message>
        <source>or amount</source>
        <translation>或金额</translation>
    </message>
    <message>
        <source>or what is owed</source>
        <translation>或应付款</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>基数</translation>
    </message>
    <message>
        <source>Taken from</source>
        <translation>取自</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>归于</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>至少</translation>
    </message>
    <message>
        <source>At most this share of the receipt</source>
        <translation>至多占收款的比例</translation>
    </message>
    <message>
        <source>Until this amount is reached</source>
        <translation>至达到此额为止</translation>
    </message>
    <message>
        <source>An advance on the later share</source>
        <translation>对日后份额的预付</translation>
    </message>
    <message>
        <source>Received from</source>
        <translation>收款自</translation>
    </message>
    <message>
        <source>Received until</source>
        <translation>收款至</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>净额</translation>
    </message>
    <message>
        <source>Gross</source>
        <translation>毛额</translation>
    </message>
    <message>
        <source>Brackets count by</source>
        <translation>分档按</translation>
    </message>
    <message>
        <source>Thresholds of</source>
        <translation>门槛基于</translation>
    </message>
    <message>
        <source>From</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Up to</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>Empty: without end.</source>
        <translation>留空：无上限。</translation>
    </message>
    <message>
        <source>While below</source>
        <translation>低于此额时</translation>
    </message>
    <message>
        <source>Factor of the thresholds</source>
        <translation>门槛系数</translation>
    </message>
</context>
<context>
    <name>PolicyEditor</name>
    <message>
        <source>Parts of the policy</source>
        <translation>政策的组成</translation>
    </message>
    <message>
        <source>The policy as a TOML file</source>
        <translation>TOML 文件形式的政策</translation>
    </message>
    <message>
        <source>How the policy is shown</source>
        <translation>政策的显示方式</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>TOML</source>
        <translation>TOML</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>参与方</translation>
    </message>
    <message>
        <source>Deduction</source>
        <translation>扣减</translation>
    </message>
    <message>
        <source>Division among parties</source>
        <translation>各方分配</translation>
    </message>
    <message>
        <source>Tier of the division</source>
        <translation>分配档</translation>
    </message>
    <message>
        <source>Index of the thresholds</source>
        <translation>门槛指数</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Remove this part</source>
        <translation>移除此部分</translation>
    </message>
</context>
<context>
    <name>PolicyExample</name>
    <message>
        <source>Worked example</source>
        <translation>算例</translation>
    </message>
    <message>
        <source>Gross</source>
        <translation>毛额</translation>
    </message>
    <message>
        <source>Expenses</source>
        <translation>支出</translation>
    </message>
    <message>
        <source>Net before this</source>
        <translation>此前净额</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>收到日期</translation>
    </message>
    <message>
        <source>Shares chosen, such as creators=30%</source>
        <translation>选定份额，如 creators=30%</translation>
    </message>
    <message>
        <source>No other policy</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>对比</translation>
    </message>
</context>
<context>
    <name>PolicyPage</name>
    <message>
        <source>In force from</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <source>until</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>New policy</source>
        <translation>新政策</translation>
    </message>
    <message>
        <source>not adopted</source>
        <translation>未采用</translation>
    </message>
    <message>
        <source>Saving adopts it from its first day.</source>
        <translation>保存即自首日起采用。</translation>
    </message>
    <message>
        <source>used</source>
        <translation>已使用</translation>
    </message>
    <message>
        <source>Distributions have used it {count} times. Saving makes a new version from a later day; what is posted never changes.</source>
        <translation>已在分配中使用 {count} 次。保存将自较晚日期形成新版本；已过账的不变。</translation>
    </message>
    <message>
        <source>not used yet</source>
        <translation>尚未使用</translation>
    </message>
    <message>
        <source>Saving changes this version.</source>
        <translation>保存将更改此版本。</translation>
    </message>
    <message>
        <source>Policy saved</source>
        <translation>政策已保存</translation>
    </message>
    <message>
        <source>Export the policy</source>
        <translation>导出政策</translation>
    </message>
    <message>
        <source>Written to {path}</source>
        <translation>已写入 {path}</translation>
    </message>
    <message>
        <source>Import a policy</source>
        <translation>导入政策</translation>
    </message>
    <message>
        <source>Policy removed</source>
        <translation>政策已移除</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>分配政策</translation>
    </message>
    <message>
        <source>&lt;b&gt;{count}&lt;/b&gt; things to put right</source>
        <translation>&lt;b&gt;{count}&lt;/b&gt; 处须更正</translation>
    </message>
    <message>
        <source>{parties} parties, {steps} steps</source>
        <translation>{parties} 方，{steps} 步</translation>
    </message>
    <message>
        <source>next problem</source>
        <translation>下一问题</translation>
    </message>
    <message>
        <source>example</source>
        <translation>算例</translation>
    </message>
    <message>
        <source>save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save the policy</source>
        <translation>保存政策</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>下一问题</translation>
    </message>
    <message>
        <source>Import a policy…</source>
        <translation>导入政策…</translation>
    </message>
    <message>
        <source>Export the policy…</source>
        <translation>导出政策…</translation>
    </message>
    <message>
        <source>Form or TOML</source>
        <translation>表单或 TOML</translation>
    </message>
    <message>
        <source>Remove this version</source>
        <translation>移除此版本</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Preview of the case</source>
        <translation>案件预览</translation>
    </message>
    <message>
        <source>No case chosen</source>
        <translation>未选案件</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>none reported</source>
        <translation>未报告</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>技术经理</translation>
    </message>
    <message>
        <source>Inventors</source>
        <translation>发明人</translation>
    </message>
    <message>
        <source>Funding</source>
        <translation>资助</translation>
    </message>
    <message>
        <source>Patents</source>
        <translation>专利</translation>
    </message>
    <message>
        <source>Unrecovered costs</source>
        <translation>未收回费用</translation>
    </message>
</context>
<context>
    <name>RegisterPage</name>
    <message>
        <source>Follow a company…</source>
        <translation>跟踪公司…</translation>
    </message>
    <message>
        <source>Equity</source>
        <translation>股权</translation>
    </message>
    <message>
        <source>In force on</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>Companies</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Certificates of the university</source>
        <translation>学校的股权证</translation>
    </message>
    <message>
        <source>No shares yet</source>
        <translation>尚无股份</translation>
    </message>
    <message>
        <source>A start-up may pay with shares. Follow a company: its classes, who holds what, rounds, sales and dividends; whole shares are distributed by the policy.</source>
        <translation>初创公司可以以股代付。跟踪一家公司：股份类别、持有人、融资轮、出售与分红；整数股按政策分配。</translation>
    </message>
    <message>
        <source>Only what was taken under {number}</source>
        <translation>仅显示依 {number} 取得的股份</translation>
    </message>
    <message>
        <source>&lt;b&gt;{companies}&lt;/b&gt; companies, &lt;b&gt;{certificates}&lt;/b&gt; certificates on {day}</source>
        <translation>{day}：&lt;b&gt;{companies}&lt;/b&gt; 家公司，&lt;b&gt;{certificates}&lt;/b&gt; 张股权证</translation>
    </message>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新建</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Figures</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Annual report</source>
        <translation>年度报告</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>Annual report FY {year}</source>
        <translation>{year} 财年年度报告</translation>
    </message>
    <message>
        <source>Export the report</source>
        <translation>导出报告</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>已写入：{file}</translation>
    </message>
    <message>
        <source>{looked} looked at · &lt;b&gt;{counted} counted&lt;/b&gt; · {left} left out</source>
        <translation>已查 {looked} · &lt;b&gt;计入 {counted}&lt;/b&gt; · 未计入 {left}</translation>
    </message>
    <message>
        <source>why</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>other year</source>
        <translation>其他年度</translation>
    </message>
    <message>
        <source>next report</source>
        <translation>下一报告</translation>
    </message>
    <message>
        <source>export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export as Excel</source>
        <translation>导出为 Excel</translation>
    </message>
    <message>
        <source>Export as PDF</source>
        <translation>导出为 PDF</translation>
    </message>
    <message>
        <source>The year before</source>
        <translation>上一年度</translation>
    </message>
    <message>
        <source>The year after</source>
        <translation>下一年度</translation>
    </message>
    <message>
        <source>Choose a year</source>
        <translation>选择年度</translation>
    </message>
    <message>
        <source>Next report</source>
        <translation>下一报告</translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>thousand {currency}</source>
        <translation>千 {currency}</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>未计入</translation>
    </message>
    <message>
        <source>FY {year}</source>
        <translation>{year} 财年</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>RightActions</name>
    <message>
        <source>Edit the right…</source>
        <translation>编辑权利…</translation>
    </message>
    <message>
        <source>Record an event…</source>
        <translation>记录事件…</translation>
    </message>
    <message>
        <source>Record the grant…</source>
        <translation>记录授权…</translation>
    </message>
    <message>
        <source>Record a filing from it…</source>
        <translation>由此记录申请…</translation>
    </message>
    <message>
        <source>Share between cases…</source>
        <translation>在案件之间分配…</translation>
    </message>
    <message>
        <source>Record an expense…</source>
        <translation>记录支出…</translation>
    </message>
    <message>
        <source>Set a deadline by hand…</source>
        <translation>手工设定期限…</translation>
    </message>
    <message>
        <source>Give it up…</source>
        <translation>放弃该权利…</translation>
    </message>
</context>
<context>
    <name>RightEvents</name>
    <message>
        <source>Set a deadline by hand</source>
        <translation>手工设定期限</translation>
    </message>
    <message>
        <source>Where no rule computes it, as counsel stated it.</source>
        <translation>没有规则可计算时，以代理机构所述为准。</translation>
    </message>
    <message>
        <source>Set the deadline</source>
        <translation>设定期限</translation>
    </message>
    <message>
        <source>Deadline set</source>
        <translation>期限已设定</translation>
    </message>
    <message>
        <source>What must happen</source>
        <translation>须办事项</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>截止日</translation>
    </message>
    <message>
        <source>Rule or letter</source>
        <translation>规定或来函</translation>
    </message>
</context>
<context>
    <name>RightList</name>
    <message>
        <source>Filter rights</source>
        <translation>筛选权利</translation>
    </message>
    <message>
        <source>Patents and other rights</source>
        <translation>专利及其他权利</translation>
    </message>
    <message>
        <source>Import rights…</source>
        <translation>导入权利…</translation>
    </message>
    <message>
        <source>No right yet</source>
        <translation>尚无权利</translation>
    </message>
    <message>
        <source>A filing is recorded on its case. A list from counsel can be imported.</source>
        <translation>申请在其案件上记录。代理机构的清单可以导入。</translation>
    </message>
    <message>
        <source>{shown} of {all}</source>
        <translation>{shown} / {all}</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>权利</translation>
    </message>
    <message>
        <source>&lt;b&gt;{count}&lt;/b&gt; rights</source>
        <translation>&lt;b&gt;{count}&lt;/b&gt; 项权利</translation>
    </message>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>筛选列表</translation>
    </message>
</context>
<context>
    <name>RightPage</name>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Record an event…</source>
        <translation>记录事件…</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>同族</translation>
    </message>
    <message>
        <source>Record a filing from it…</source>
        <translation>由此记录申请…</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Nothing follows from its events so far.</source>
        <translation>目前其事件未产生期限。</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Nothing happened yet. A filing day on its record is the first event.</source>
        <translation>尚无事件。记录中的申请日即第一个事件。</translation>
    </message>
    <message>
        <source>Cases and their shares</source>
        <translation>案件及其份额</translation>
    </message>
    <message>
        <source>Share between cases…</source>
        <translation>在案件之间分配…</translation>
    </message>
    <message>
        <source>It belongs to no case yet: share it between cases.</source>
        <translation>尚未归属任何案件：请在案件之间分配。</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Set a deadline…</source>
        <translation>设定期限…</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>权利</translation>
    </message>
    <message>
        <source>&lt;b&gt;{due}&lt;/b&gt; open dates, {events} events, {family} filings in the family</source>
        <translation>&lt;b&gt;{due}&lt;/b&gt; 个未结期限，{events} 个事件，同族 {family} 件申请</translation>
    </message>
    <message>
        <source>why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Actions of this right</source>
        <translation>该权利的操作</translation>
    </message>
    <message>
        <source>Why this date</source>
        <translation>为何是这一天</translation>
    </message>
    <message>
        <source>Mark as done…</source>
        <translation>标记为完成…</translation>
    </message>
    <message>
        <source>Waive…</source>
        <translation>放弃…</translation>
    </message>
    <message>
        <source>Take the event out…</source>
        <translation>取出事件…</translation>
    </message>
    <message>
        <source>Open its case</source>
        <translation>打开其案件</translation>
    </message>
</context>
<context>
    <name>RightPanel</name>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>As imported</source>
        <translation>导入原文</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>申请日</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>公布日</translation>
    </message>
    <message>
        <source>Granted</source>
        <translation>授权日</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>待核对</translation>
    </message>
    <message>
        <source>{day}, stated</source>
        <translation>{day}，所述</translation>
    </message>
    <message>
        <source>{day}, by rule</source>
        <translation>{day}，按规则</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>截止日</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} 天</translation>
    </message>
    <message>
        <source>Adjustment</source>
        <translation>期限调整</translation>
    </message>
    <message>
        <source>Disclaimed to</source>
        <translation>放弃至</translation>
    </message>
    <message>
        <source>not followed: known for its family only</source>
        <translation>未跟踪：仅因同族而记录</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>{size}, since {day}</source>
        <translation>{size}，自 {day} 起</translation>
    </message>
    <message>
        <source>Applicants</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Owners</source>
        <translation>权利人</translation>
    </message>
    <message>
        <source>Counsel</source>
        <translation>代理机构</translation>
    </message>
    <message>
        <source>Their reference</source>
        <translation>对方案号</translation>
    </message>
    <message>
        <source>Entity size</source>
        <translation>实体规模</translation>
    </message>
    <message>
        <source>Facts of the right</source>
        <translation>权利概况</translation>
    </message>
</context>
<context>
    <name>RightParts</name>
    <message>
        <source>Deadlines</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>Known from</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>By</source>
        <translation>记录人</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>office code {code}</source>
        <translation>专利局代码 {code}</translation>
    </message>
    <message>
        <source>entered</source>
        <translation>手工录入</translation>
    </message>
    <message>
        <source>the record</source>
        <translation>本记录</translation>
    </message>
    <message>
        <source>its family</source>
        <translation>同族</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>份额</translation>
    </message>
    <message>
        <source>From</source>
        <translation>自</translation>
    </message>
    <message>
        <source>the beginning</source>
        <translation>自始</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>已记录</translation>
    </message>
</context>
<context>
    <name>RightSheets</name>
    <message>
        <source>Record a filing</source>
        <translation>登记申请</translation>
    </message>
    <message>
        <source>Numbers are kept as the office wrote them.</source>
        <translation>号码按专利局的写法保存。</translation>
    </message>
    <message>
        <source>Save the filing</source>
        <translation>保存申请</translation>
    </message>
    <message>
        <source>Filing recorded</source>
        <translation>申请已登记</translation>
    </message>
    <message>
        <source>Edit {right}</source>
        <translation>编辑 {right}</translation>
    </message>
    <message>
        <source>Where it stands follows from its dates and events.</source>
        <translation>其状态由日期和事件得出。</translation>
    </message>
    <message>
        <source>Save the right</source>
        <translation>保存权利</translation>
    </message>
    <message>
        <source>Right saved</source>
        <translation>权利已保存</translation>
    </message>
    <message>
        <source>We follow its dates</source>
        <translation>跟踪其日期</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Country or office</source>
        <translation>国家或专利局</translation>
    </message>
    <message>
        <source>Two letters: US, EP, WO, CN …</source>
        <translation>两个字母：US、EP、WO、CN…</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>The numbers are right as they stand</source>
        <translation>号码照此无误</translation>
    </message>
    <message>
        <source>As the kinds tell</source>
        <translation>按类型判断</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Entity size</source>
        <translation>实体规模</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起始日</translation>
    </message>
    <message>
        <source>Last day, if stated</source>
        <translation>所述截止日（如有）</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>申请日</translation>
    </message>
    <message>
        <source>Application number</source>
        <translation>申请号</translation>
    </message>
    <message>
        <source>Term adjustment, days</source>
        <translation>期限调整（天）</translation>
    </message>
    <message>
        <source>Term disclaimed to</source>
        <translation>期限放弃至</translation>
    </message>
    <message>
        <source>Applicants</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Add applicant</source>
        <translation>添加申请人</translation>
    </message>
    <message>
        <source>Owners</source>
        <translation>权利人</translation>
    </message>
    <message>
        <source>Add owner</source>
        <translation>添加权利人</translation>
    </message>
    <message>
        <source>Type a number or a word</source>
        <translation>输入号码或词</translation>
    </message>
    <message>
        <source>Share between cases</source>
        <translation>在案件之间分配</translation>
    </message>
    <message>
        <source>What was in force before that day stays on record.</source>
        <translation>该日之前有效的内容仍保留在案。</translation>
    </message>
    <message>
        <source>Save the shares</source>
        <translation>保存份额</translation>
    </message>
    <message>
        <source>Shares saved</source>
        <translation>份额已保存</translation>
    </message>
    <message>
        <source>From (empty: from the beginning)</source>
        <translation>自（留空：自始）</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>份额</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Add case</source>
        <translation>添加案件</translation>
    </message>
    <message>
        <source>Counsel</source>
        <translation>专利代理人</translation>
    </message>
    <message>
        <source>Their reference</source>
        <translation>对方案号</translation>
    </message>
    <message>
        <source>Grew from</source>
        <translation>来源申请</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>公布日</translation>
    </message>
    <message>
        <source>Publication number</source>
        <translation>公布号</translation>
    </message>
    <message>
        <source>Granted</source>
        <translation>授权日</translation>
    </message>
    <message>
        <source>Grant number</source>
        <translation>授权号</translation>
    </message>
    <message>
        <source>Record the grant</source>
        <translation>登记授权</translation>
    </message>
    <message>
        <source>Save the grant</source>
        <translation>保存授权</translation>
    </message>
    <message>
        <source>Grant recorded</source>
        <translation>授权已登记</translation>
    </message>
    <message>
        <source>Give {right} up</source>
        <translation>放弃{right}</translation>
    </message>
    <message>
        <source>The right and its dates stay on record.</source>
        <translation>该权利及其日期保留在案。</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Right given up</source>
        <translation>权利已放弃</translation>
    </message>
    <message>
        <source>From</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>Rights</name>
    <message>
        <source>Patents and other rights</source>
        <translation>专利及其他权利</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>权利</translation>
    </message>
    <message>
        <source>families filings applications</source>
        <translation>同族 申请 专利</translation>
    </message>
    <message>
        <source>no number yet</source>
        <translation>尚无号码</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>专利局</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>申请日</translation>
    </message>
    <message>
        <source>Granted</source>
        <translation>授权日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>截止日</translation>
    </message>
</context>
<context>
    <name>RowsField</name>
    <message>
        <source>Remove row {number}</source>
        <translation>去掉第 {number} 行</translation>
    </message>
</context>
<context>
    <name>RuleGroups</name>
    <message>
        <source>Agreements</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>Federal funding (Bayh-Dole)</source>
        <translation>联邦资助（拜杜法案）</translation>
    </message>
    <message>
        <source>China</source>
        <translation>中国</translation>
    </message>
    <message>
        <source>European Patent Office</source>
        <translation>欧洲专利局</translation>
    </message>
    <message>
        <source>Examination elsewhere</source>
        <translation>其他国家的审查</translation>
    </message>
    <message>
        <source>Publications and grace periods</source>
        <translation>公开与宽限期</translation>
    </message>
    <message>
        <source>Japan</source>
        <translation>日本</translation>
    </message>
    <message>
        <source>Office clocks</source>
        <translation>办公室时限</translation>
    </message>
    <message>
        <source>Our own</source>
        <translation>自有</translation>
    </message>
    <message>
        <source>Paris Convention</source>
        <translation>巴黎公约</translation>
    </message>
    <message>
        <source>International (PCT)</source>
        <translation>国际申请（PCT）</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>权利</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>美国</translation>
    </message>
</context>
<context>
    <name>RulePanel</name>
    <message>
        <source>The rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>our own</source>
        <translation>自有</translation>
    </message>
    <message>
        <source>comes with the program</source>
        <translation>随程序提供</translation>
    </message>
    <message>
        <source>replaced by our own</source>
        <translation>已由自有规则取代</translation>
    </message>
    <message>
        <source>Citation</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>always</source>
        <translation>始终</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>归属</translation>
    </message>
    <message>
        <source>If missed</source>
        <translation>若错过</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>随程序提供</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>收回…</translation>
    </message>
</context>
<context>
    <name>RuleSheets</name>
    <message>
        <source>Kept as our own; deadlines are computed anew.</source>
        <translation>保存为自有规则；期限将重新计算。</translation>
    </message>
    <message>
        <source>The shipped version stays; ours replaces it while it is valid.</source>
        <translation>随程序提供的版本保留；在有效期内以自有版本为准。</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>新规则</translation>
    </message>
    <message>
        <source>Keep the rule</source>
        <translation>保存规则</translation>
    </message>
    <message>
        <source>Rule kept</source>
        <translation>规则已保存</translation>
    </message>
    <message>
        <source>What must happen</source>
        <translation>须办事项</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>The code of a shipped rule replaces it.</source>
        <translation>使用随附规则的代码即取代该规则。</translation>
    </message>
    <message>
        <source>Counted from</source>
        <translation>起算事件</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>A closed day moves it</source>
        <translation>遇休息日</translation>
    </message>
    <message>
        <source>Months of extension</source>
        <translation>可延长月数</translation>
    </message>
    <message>
        <source>Calendar of closed days</source>
        <translation>休息日日历</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>有效自</translation>
    </message>
    <message>
        <source>Valid to</source>
        <translation>有效至</translation>
    </message>
    <message>
        <source>Citation</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>If missed</source>
        <translation>若错过</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Conditions, several ways to count, what meets it: as in the rules’ files (TOML).</source>
        <translation>条件、多种算法、何事视为完成：写法同规则文件（TOML）。</translation>
    </message>
    <message>
        <source>Further entries</source>
        <translation>其他条目</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>days</source>
        <translation>日</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>周</translation>
    </message>
    <message>
        <source>months</source>
        <translation>月</translation>
    </message>
    <message>
        <source>months, to the month’s end</source>
        <translation>月（至月末）</translation>
    </message>
    <message>
        <source>years</source>
        <translation>年</translation>
    </message>
    <message>
        <source>on to the next open day</source>
        <translation>顺延到下一个工作日</translation>
    </message>
    <message>
        <source>back to the last open day</source>
        <translation>提前到前一个工作日</translation>
    </message>
    <message>
        <source>not at all</source>
        <translation>不移动</translation>
    </message>
    <message>
        <source>Take the rule back</source>
        <translation>收回规则</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>Rule taken back</source>
        <translation>规则已收回</translation>
    </message>
    <message>
        <source>Bring in rules</source>
        <translation>导入规则</translation>
    </message>
    <message>
        <source>Bring in</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Rules brought in</source>
        <translation>规则已导入</translation>
    </message>
</context>
<context>
    <name>RuleTabs</name>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Closed days</source>
        <translation>休息日</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>期限</translation>
    </message>
</context>
<context>
    <name>RulesPage</name>
    <message>
        <source>Filter rules</source>
        <translation>筛选规则</translation>
    </message>
    <message>
        <source>Deadline rules</source>
        <translation>期限规则</translation>
    </message>
    <message>
        <source>Bring in…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Write a file</source>
        <translation>写入文件</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>新规则</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Counted from</source>
        <translation>起算事件</translation>
    </message>
    <message>
        <source>Citation</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>归属</translation>
    </message>
    <message>
        <source>our own</source>
        <translation>自有</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>已取代</translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>随程序提供</translation>
    </message>
    <message>
        <source>{shown} of {all}</source>
        <translation>{shown} / {all}</translation>
    </message>
    <message>
        <source>Our own</source>
        <translation>自有</translation>
    </message>
    <message>
        <source>Bring in rules</source>
        <translation>导入规则</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>已写入：{file}</translation>
    </message>
    <message>
        <source>Computing deadlines</source>
        <translation>正在计算期限</translation>
    </message>
    <message>
        <source>{all} rules, {own} of them our own</source>
        <translation>{all} 条规则，其中自有 {own} 条</translation>
    </message>
    <message>
        <source>change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>new rule</source>
        <translation>新规则</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>筛选列表</translation>
    </message>
    <message>
        <source>Change the rule…</source>
        <translation>修改规则…</translation>
    </message>
    <message>
        <source>Take our own version back…</source>
        <translation>收回自有版本…</translation>
    </message>
    <message>
        <source>Compute all deadlines again</source>
        <translation>重新计算全部期限</translation>
    </message>
    <message>
        <source>Bring in rules…</source>
        <translation>导入规则…</translation>
    </message>
    <message>
        <source>Write a file of what is shown…</source>
        <translation>将所示内容写入文件…</translation>
    </message>
</context>
<context>
    <name>RunHead</name>
    <message>
        <source>Distribution {number}</source>
        <translation>分配 {number}</translation>
    </message>
    <message>
        <source>received up to {day}, drafted by {officer}</source>
        <translation>收款截至 {day}，由{officer}起草</translation>
    </message>
    <message>
        <source>, approved by {officer}</source>
        <translation>，由{officer}批准</translation>
    </message>
    <message>
        <source>, posted {day}</source>
        <translation>，{day} 过账</translation>
    </message>
</context>
<context>
    <name>RunPage</name>
    <message>
        <source>Who gets what</source>
        <translation>各方所得</translation>
    </message>
    <message>
        <source>Payee</source>
        <translation>领款人</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>份额</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Paid to</source>
        <translation>收款方</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>owed</source>
        <translation>应付</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>已支付</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已收回</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>待付</translation>
    </message>
    <message>
        <source>{count} payees: {pays} to pay, {held} held, in {currency}</source>
        <translation>{count} 位领款人：支付 {pays}，暂存 {held}，以 {currency} 计</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Compute again…</source>
        <translation>重新计算…</translation>
    </message>
    <message>
        <source>why</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>hold</source>
        <translation>暂存</translation>
    </message>
    <message>
        <source>statement</source>
        <translation>分配通知书</translation>
    </message>
    <message>
        <source>next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Write statements…</source>
        <translation>写入分配通知书…</translation>
    </message>
    <message>
        <source>Write letters…</source>
        <translation>写信函…</translation>
    </message>
    <message>
        <source>Save the letter&apos;s templates…</source>
        <translation>保存信函模板…</translation>
    </message>
    <message>
        <source>Open the statement</source>
        <translation>打开分配通知书</translation>
    </message>
    <message>
        <source>Hold or release…</source>
        <translation>暂存或放行…</translation>
    </message>
    <message>
        <source>What if under another policy…</source>
        <translation>若按另一政策…</translation>
    </message>
    <message>
        <source>Actions of this distribution</source>
        <translation>此分配批次的操作</translation>
    </message>
</context>
<context>
    <name>RunPapers</name>
    <message>
        <source>Write statements to</source>
        <translation>分配通知书写入</translation>
    </message>
    <message>
        <source>Writing statements</source>
        <translation>正在写入分配通知书</translation>
    </message>
    <message>
        <source>Write letters to</source>
        <translation>信函写入</translation>
    </message>
    <message>
        <source>Writing letters</source>
        <translation>正在写信函</translation>
    </message>
    <message>
        <source>Write the letter&apos;s templates to</source>
        <translation>信函模板写入</translation>
    </message>
    <message>
        <source>{count} files written to {folder}</source>
        <translation>已将 {count} 个文件写入{folder}</translation>
    </message>
</context>
<context>
    <name>RunSteps</name>
    <message>
        <source>Draft, nothing posted</source>
        <translation>草稿，尚未过账</translation>
    </message>
    <message>
        <source>Approved, nothing posted</source>
        <translation>已批准，尚未过账</translation>
    </message>
    <message>
        <source>Posted, not paid out</source>
        <translation>已过账，尚未支付</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>已支付</translation>
    </message>
    <message>
        <source>Reversed</source>
        <translation>已冲销</translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation>批准…</translation>
    </message>
    <message>
        <source>Post…</source>
        <translation>过账…</translation>
    </message>
    <message>
        <source>Reverse…</source>
        <translation>冲销…</translation>
    </message>
    <message>
        <source>Pay out…</source>
        <translation>支付…</translation>
    </message>
    <message>
        <source>Take the payment back…</source>
        <translation>收回付款…</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>舍弃…</translation>
    </message>
    <message>
        <source>✓  {count} incomes: parts equal their net, and the nets make {net}.</source>
        <translation>✓  {count} 笔收入：各部分之和等于其净额，净额合计 {net}。</translation>
    </message>
    <message>
        <source>→  Another officer than {officer} approves it.</source>
        <translation>→  由{officer}以外的技术经理批准。</translation>
    </message>
    <message>
        <source>‖  {amount} is held, not paid.</source>
        <translation>‖  {amount} 暂存，未支付。</translation>
    </message>
    <message>
        <source>⌂  {amount} of what is paid may be used only for: {use}.</source>
        <translation>⌂  已付金额中 {amount} 仅可用于：{use}。</translation>
    </message>
    <message>
        <source>–  Left out: {amount} of {receipt}. {why}</source>
        <translation>–  未计入：{receipt}的 {amount}。{why}</translation>
    </message>
    <message>
        <source>Reversed: {reason}</source>
        <translation>已冲销：{reason}</translation>
    </message>
    <message>
        <source>{count} payees get {pays}; {held} is held. Nothing is booked yet.</source>
        <translation>{count} 位领款人得 {pays}；暂存 {held}。尚未入账。</translation>
    </message>
    <message>
        <source>Approve {number}?</source>
        <translation>批准 {number}？</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>{received} received is booked: {pays} owed to {count} payees, {held} held. A posted run never changes; it is corrected by its reversal.</source>
        <translation>收款 {received} 入账：应付 {count} 位领款人 {pays}，暂存 {held}。已过账的分配批次不再更改，以冲销更正。</translation>
    </message>
    <message>
        <source>Post {number}?</source>
        <translation>{number} 过账？</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>过账</translation>
    </message>
    <message>
        <source>{paid} goes from the bank to {paid_count} payees.</source>
        <translation>从银行向 {paid_count} 位领款人支付 {paid}。</translation>
    </message>
    <message>
        <source>Pay out {number}?</source>
        <translation>支付 {number}？</translation>
    </message>
    <message>
        <source>Pay out</source>
        <translation>支付</translation>
    </message>
    <message>
        <source>The mirror is booked: {pays} is no longer owed, and {received} waits for another run.</source>
        <translation>冲回入账：不再应付 {pays}，{received} 等待另一分配批次。</translation>
    </message>
    <message>
        <source>Reverse {number}?</source>
        <translation>冲销 {number}？</translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation>冲销</translation>
    </message>
    <message>
        <source>{paid} comes back to the bank and is owed to {paid_count} payees again.</source>
        <translation>{paid} 退回银行，重新应付 {paid_count} 位领款人。</translation>
    </message>
    <message>
        <source>Take the payment of {number} back?</source>
        <translation>收回 {number} 的付款？</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>Nothing was booked. {received} waits for the next run.</source>
        <translation>没有入账。{received} 等待下一分配批次。</translation>
    </message>
    <message>
        <source>Discard {number}?</source>
        <translation>舍弃 {number}？</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>舍弃</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>Posted</source>
        <translation>已过账</translation>
    </message>
    <message>
        <source>Payment booked</source>
        <translation>付款已入账</translation>
    </message>
    <message>
        <source>Payment taken back</source>
        <translation>付款已收回</translation>
    </message>
    <message>
        <source>Draft discarded</source>
        <translation>草稿已舍弃</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>It becomes owed when the run is posted.</source>
        <translation>分配批次过账时成为应付款。</translation>
    </message>
    <message>
        <source>It is booked as held when the run is posted, and not paid.</source>
        <translation>分配批次过账时记为暂存，不支付。</translation>
    </message>
    <message>
        <source>Release {amount} to {name}?</source>
        <translation>放行{name}的 {amount}？</translation>
    </message>
    <message>
        <source>Hold {amount} of {name}?</source>
        <translation>暂存{name}的 {amount}？</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>放行</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>暂存</translation>
    </message>
</context>
<context>
    <name>SavedViews</name>
    <message>
        <source>Keep this view</source>
        <translation>存为视图</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>视图名称</translation>
    </message>
</context>
<context>
    <name>SectionList</name>
    <message>
        <source>Sections</source>
        <translation>各部分</translation>
    </message>
    <message>
        <source>Go to the first</source>
        <translation>转到第一处</translation>
    </message>
    <message>
        <source>One field needs you</source>
        <translation>一个字段待您处理</translation>
    </message>
    <message>
        <source>{count} fields need you</source>
        <translation>{count} 个字段待您处理</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings of the office</source>
        <translation>办公室设置</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置项</translation>
    </message>
    <message>
        <source>In force today</source>
        <translation>今日有效</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>更改次数</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>办公室</translation>
    </message>
    <message>
        <source>Lists of values</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Never set. The program&apos;s own value holds: {value}</source>
        <translation>从未设置。采用程序的默认值：{value}</translation>
    </message>
    <message>
        <source>at first</source>
        <translation>最初</translation>
    </message>
    <message>
        <source>What was in force on a day stays answerable: a new value holds from its day on.</source>
        <translation>某日有效的内容始终可查：新值自其日期起生效。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Setting changed</source>
        <translation>设置已更改</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>From</source>
        <translation>自</translation>
    </message>
    <message>
        <source>change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>rename</source>
        <translation>改名</translation>
    </message>
    <message>
        <source>retire or offer again</source>
        <translation>停用或重新启用</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Add a value</source>
        <translation>添加值</translation>
    </message>
    <message>
        <source>Retire, or offer again</source>
        <translation>停用或重新启用</translation>
    </message>
</context>
<context>
    <name>SharesPage</name>
    <message>
        <source>Distribution of whole shares</source>
        <translation>整数股的分配</translation>
    </message>
    <message>
        <source>Distribute…</source>
        <translation>分配…</translation>
    </message>
    <message>
        <source>Day before</source>
        <translation>前一日</translation>
    </message>
    <message>
        <source>Day after</source>
        <translation>后一日</translation>
    </message>
    <message>
        <source>Cap table in force on</source>
        <translation>股权结构表，截至</translation>
    </message>
    <message>
        <source>Cap table…</source>
        <translation>股权结构表…</translation>
    </message>
    <message>
        <source>Memo…</source>
        <translation>备忘录…</translation>
    </message>
    <message>
        <source>Who owned the company</source>
        <translation>公司的历次股权结构</translation>
    </message>
    <message>
        <source>Certificates of the university</source>
        <translation>学校的股权证</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Record…</source>
        <translation>记录…</translation>
    </message>
    <message>
        <source>Add a class of shares first (L), then record the issues (N).</source>
        <translation>请先添加股份类别（L），再记录发行（N）。</translation>
    </message>
    <message>
        <source>Nobody holds a share on this day.</source>
        <translation>该日无人持股。</translation>
    </message>
    <message>
        <source>The university has {part}, fully diluted</source>
        <translation>学校持有 {part}（完全稀释）</translation>
    </message>
    <message>
        <source>prices and costs in {currency}</source>
        <translation>价格与成本以 {currency} 计</translation>
    </message>
    <message>
        <source>{number}, {day}, case {case}, policy {policy}</source>
        <translation>{number}，{day}，案件 {case}，政策 {policy}</translation>
    </message>
    <message>
        <source>{number}, reversed</source>
        <translation>{number}，已冲销</translation>
    </message>
    <message>
        <source>None noted. The committee asks: enter what is known (E).</source>
        <translation>尚未登记。委员会会询问：请填写已知情况（E）。</translation>
    </message>
    <message>
        <source>Classes of shares</source>
        <translation>股份类别</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>Conflicts of interest</source>
        <translation>利益冲突</translation>
    </message>
    <message>
        <source>There is no certificate of the university that waits to be distributed.</source>
        <translation>学校没有等待分配的股权证。</translation>
    </message>
    <message>
        <source>Write the cap table to</source>
        <translation>将股权结构表写入</translation>
    </message>
    <message>
        <source>Write the memo to</source>
        <translation>将备忘录写入</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>已写入：{path}</translation>
    </message>
    <message>
        <source>&lt;b&gt;{shares}&lt;/b&gt; shares of the university on {day}</source>
        <translation>{day}：学校持有 &lt;b&gt;{shares}&lt;/b&gt; 股</translation>
    </message>
    <message>
        <source>day of an event</source>
        <translation>事件日</translation>
    </message>
    <message>
        <source>issue</source>
        <translation>发行</translation>
    </message>
    <message>
        <source>round</source>
        <translation>融资轮</translation>
    </message>
    <message>
        <source>sale</source>
        <translation>出售</translation>
    </message>
    <message>
        <source>distribute</source>
        <translation>分配</translation>
    </message>
    <message>
        <source>Record an issue…</source>
        <translation>记录发行…</translation>
    </message>
    <message>
        <source>Record a financing round…</source>
        <translation>记录融资轮…</translation>
    </message>
    <message>
        <source>Record a share split…</source>
        <translation>记录拆股…</translation>
    </message>
    <message>
        <source>Convert shares…</source>
        <translation>转换股份…</translation>
    </message>
    <message>
        <source>Exercise warrants or options…</source>
        <translation>行使认股权证或期权…</translation>
    </message>
    <message>
        <source>Sell shares…</source>
        <translation>出售股份…</translation>
    </message>
    <message>
        <source>Record a dividend…</source>
        <translation>记录分红…</translation>
    </message>
    <message>
        <source>Write shares off…</source>
        <translation>核销股份…</translation>
    </message>
    <message>
        <source>Add a class of shares…</source>
        <translation>添加股份类别…</translation>
    </message>
    <message>
        <source>Distribute whole shares…</source>
        <translation>分配整数股…</translation>
    </message>
    <message>
        <source>Edit the certificate, or the conflicts of interest</source>
        <translation>编辑股权证或利益冲突</translation>
    </message>
    <message>
        <source>Reverse the event…</source>
        <translation>冲销事件…</translation>
    </message>
    <message>
        <source>Write the cap table…</source>
        <translation>写出股权结构表…</translation>
    </message>
    <message>
        <source>Write the committee memo…</source>
        <translation>写出委员会备忘录…</translation>
    </message>
    <message>
        <source>Next day of an event</source>
        <translation>下一事件日</translation>
    </message>
    <message>
        <source>Previous day of an event</source>
        <translation>上一事件日</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Draft kept</source>
        <translation>草稿已保留</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>舍弃</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Find any record or action</source>
        <translation>查找任何记录或操作</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Keys of this page</source>
        <translation>本页按键</translation>
    </message>
    <message>
        <source>Show or hide the side panel</source>
        <translation>显示或隐藏侧栏</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>随系统</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>Go to {page}</source>
        <translation>转到 {page}</translation>
    </message>
</context>
<context>
    <name>StandingNotice</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>StepCell</name>
    <message>
        <source>Step {number}</source>
        <translation>步骤 {number}</translation>
    </message>
</context>
<context>
    <name>StepSheets</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>{number}: {step} changed</source>
        <translation>{number}：{step}已更改</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>处理方式</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Kept with the step, and read years later.</source>
        <translation>随步骤留存，供多年后查阅。</translation>
    </message>
    <message>
        <source>From</source>
        <translation>自</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>自 {day}</translation>
    </message>
    <message>
        <source>next date {day}</source>
        <translation>下一日期 {day}</translation>
    </message>
    <message>
        <source>It waits</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>It is waived</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>It goes on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>It is planned for a day</source>
        <translation>计划到某日</translation>
    </message>
    <message>
        <source>Decide: {kind}</source>
        <translation>决定：{kind}</translation>
    </message>
    <message>
        <source>Record the decision</source>
        <translation>记录决定</translation>
    </message>
    <message>
        <source>{number}: decision recorded</source>
        <translation>{number}：决定已记录</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>参考内容</translation>
    </message>
    <message>
        <source>Prior art, market figures, talks: what the decision rests on.</source>
        <translation>现有技术、市场数据、访谈：决定的依据。</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>决定日期</translation>
    </message>
</context>
<context>
    <name>ThisComputer</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>随系统</translation>
    </message>
    <message>
        <source>Holds when techmgr is started again.</source>
        <translation>下次启动 techmgr 时生效。</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>浅色或深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Rows of lists</source>
        <translation>列表行高</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>紧凑</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>Single letters are keys</source>
        <translation>单个字母作快捷键</translation>
    </message>
    <message>
        <source>They work where no field has the keyboard.</source>
        <translation>光标不在输入框时有效。</translation>
    </message>
    <message>
        <source>These are yours alone and do not change the office.</source>
        <translation>这些只属于您本人，不改变办公室。</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Find any record or action</source>
        <translation>查找任何记录或操作</translation>
    </message>
</context>
<context>
    <name>TrialView</name>
    <message>
        <source>Keep ours</source>
        <translation>保留我方</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>采用对方</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>试运行</translation>
    </message>
    <message>
        <source>Error list</source>
        <translation>错误列表</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>{count} rules put cells in order</source>
        <translation>{count} 条规则整理了单元格</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>In the office</source>
        <translation>办公室中</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>文件中</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>the first {shown} of {count} rows</source>
        <translation>{count} 行中的前 {shown} 行</translation>
    </message>
    <message>
        <source>&lt;b&gt;{written} rows will be written:&lt;/b&gt; {new} new, {changed} changed, {decided} conflicts decided for the file. {same} are the same already; {refused} refused rows stay out.</source>
        <translation>&lt;b&gt;将写入 {written} 行：&lt;/b&gt;新增 {new}，变更 {changed}，{decided} 项冲突采用文件内容。{same} 行已相同；{refused} 行被拒绝，不写入。</translation>
    </message>
    <message>
        <source>One Undo takes all of it back, as long as nobody has built on it.</source>
        <translation>只要无人在其上继续操作，一次撤销即可全部收回。</translation>
    </message>
    <message>
        <source>Money is booked: the import is taken back by reversing it.</source>
        <translation>资金已入账：以冲销收回导入。</translation>
    </message>
    <message>
        <source>Import {count} rows</source>
        <translation>导入 {count} 行</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>To question</source>
        <translation>待核实</translation>
    </message>
    <message>
        <source>Conflict: both sides changed, you decide</source>
        <translation>冲突：双方均有改动，由您决定</translation>
    </message>
    <message>
        <source>Refused: will not be written until corrected</source>
        <translation>拒绝：更正之前不写入</translation>
    </message>
    <message>
        <source>To question: the field stays empty, the text is kept</source>
        <translation>待核实：字段留空，原文保留</translation>
    </message>
    <message>
        <source>The same already</source>
        <translation>已相同</translation>
    </message>
</context>
<context>
    <name>ValueLists</name>
    <message>
        <source>Values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Add a value</source>
        <translation>添加值</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位次</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>提议日期</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>What records store. Left empty, it is made from the word.</source>
        <translation>记录中保存的内容。留空则由名称生成。</translation>
    </message>
    <message>
        <source>Rename “{word}”</source>
        <translation>“{word}”改名</translation>
    </message>
    <message>
        <source>Place in the list</source>
        <translation>列表中的位次</translation>
    </message>
    <message>
        <source>No longer offered: {word}</source>
        <translation>不再提供：{word}</translation>
    </message>
    <message>
        <source>Offered again: {word}</source>
        <translation>重新提供：{word}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>List changed</source>
        <translation>列表已更改</translation>
    </message>
</context>
<context>
    <name>ViewTab</name>
    <message>
        <source>Remove this view</source>
        <translation>移除此视图</translation>
    </message>
</context>
<context>
    <name>ViewTabs</name>
    <message>
        <source>More views</source>
        <translation>更多视图</translation>
    </message>
</context>
<context>
    <name>WaterfallChart</name>
    <message>
        <source>From receipts to payees</source>
        <translation>从收款到领款人</translation>
    </message>
</context>
<context>
    <name>Weeks</name>
    <message>
        <source>week of safe date</source>
        <translation>安全日期所在周</translation>
    </message>
    <message>
        <source>day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>what became of it</source>
        <translation>处理结果</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未决</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Waived</source>
        <translation>已放弃</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>已错过</translation>
    </message>
    <message>
        <source>Nothing is due any more</source>
        <translation>不再到期</translation>
    </message>
    <message>
        <source>No case</source>
        <translation>无案件</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>This week, {days}</source>
        <translation>本周，{days}</translation>
    </message>
    <message>
        <source>Next week, {days}</source>
        <translation>下周，{days}</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>Open the sample office</source>
        <translation>打开示例办公室</translation>
    </message>
    <message>
        <source>260 real technologies with invented money. The quickest way to look around.</source>
        <translation>260 项真实技术，金额为虚构。最快的了解方式。</translation>
    </message>
    <message>
        <source>Start a new office</source>
        <translation>新建办公室</translation>
    </message>
    <message>
        <source>One file on this computer, or a PostgreSQL database for several officers.</source>
        <translation>本机上的一个文件，或供多人使用的 PostgreSQL 数据库。</translation>
    </message>
    <message>
        <source>Import what you have</source>
        <translation>导入已有数据</translation>
    </message>
    <message>
        <source>Excel or CSV from your present system. Dry run first, one Undo after.</source>
        <translation>来自现有系统的 Excel 或 CSV。先试运行，之后一次撤销即可收回。</translation>
    </message>
    <message>
        <source>Open an office</source>
        <translation>打开办公室</translation>
    </message>
    <message>
        <source>A .techmgr file, or a database address.</source>
        <translation>.techmgr 文件，或数据库地址。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Follow an invention from disclosure to the last cent of its royalties, and prove every date and every cent. It begins with an office.</source>
        <translation>从披露直到最后一分提成，跟踪一项发明，并证明每个日期、每一分钱。从一个办公室开始。</translation>
    </message>
    <message>
        <source>finds any record or action</source>
        <translation>查找任何记录或操作</translation>
    </message>
    <message>
        <source>shows all keys</source>
        <translation>显示全部按键</translation>
    </message>
    <message>
        <source>Nothing leaves this computer</source>
        <translation>内容不离开此计算机</translation>
    </message>
    <message>
        <source>Welcome to techmgr</source>
        <translation>欢迎使用 techmgr</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>再次打开</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>WhatIfPage</name>
    <message>
        <source>This policy</source>
        <translation>本政策</translation>
    </message>
    <message>
        <source>The other</source>
        <translation>另一政策</translation>
    </message>
    <message>
        <source>What if under another policy</source>
        <translation>若按另一政策</translation>
    </message>
    <message>
        <source>{title}: {count} receipts, {total} {currency}, expenses {expenses}</source>
        <translation>{title}：{count} 笔收款，{total} {currency}，支出 {expenses}</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>假设</translation>
    </message>
    <message>
        <source>copy rows</source>
        <translation>复制行</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>Counted</source>
        <translation>计入</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>未计入</translation>
    </message>
    <message>
        <source>with the reason printed in the report</source>
        <translation>理由印入报告</translation>
    </message>
    <message>
        <source>Why {value}: {figure}</source>
        <translation>为什么是 {value}：{figure}</translation>
    </message>
    <message>
        <source>Looked at {looked}: {counted} counted, {left} left out.</source>
        <translation>已查 {looked}：计入 {counted}，未计入 {left}。</translation>
    </message>
    <message>
        <source>Counted, {count}</source>
        <translation>计入，{count}</translation>
    </message>
    <message>
        <source>Left out, {count}</source>
        <translation>未计入，{count}</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
</context>
<context>
    <name>WhyPanel</name>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Why this date</source>
        <translation>日期由来</translation>
    </message>
    <message>
        <source>Why {day}</source>
        <translation>为什么是 {day}</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Safe date</source>
        <translation>安全日期</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>截止日</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>in {days} days</source>
        <translation>{days} 天后</translation>
    </message>
    <message>
        <source>{days} days ago</source>
        <translation>{days} 天前</translation>
    </message>
    <message>
        <source>Arithmetic</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>The events now lead to {day}; this was decided before.</source>
        <translation>现有事件得出 {day}；此前已有决定。</translation>
    </message>
    <message>
        <source>cannot be extended</source>
        <translation>不可延期</translation>
    </message>
    <message>
        <source>can be extended</source>
        <translation>可延期</translation>
    </message>
    <message>
        <source>until {day} with extension or surcharge</source>
        <translation>延期或加附加费可至 {day}</translation>
    </message>
    <message>
        <source>Citation</source>
        <translation>法律依据</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>an opportunity, no duty</source>
        <translation>是机会，不是义务</translation>
    </message>
    <message>
        <source>If missed</source>
        <translation>若错过</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>何人</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>决定日期</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>{rule}, our own</source>
        <translation>{rule}，自有</translation>
    </message>
    <message>
        <source>valid since {day}</source>
        <translation>{day} 起有效</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>尚未</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>waived</source>
        <translation>已放弃</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>错过</translation>
    </message>
    <message>
        <source>nothing is due any more</source>
        <translation>已无到期事项</translation>
    </message>
    <message>
        <source>Done…</source>
        <translation>完成…</translation>
    </message>
    <message>
        <source>Waive…</source>
        <translation>放弃…</translation>
    </message>
    <message>
        <source>Open case</source>
        <translation>打开案件</translation>
    </message>
    <message>
        <source>From receipt to payees</source>
        <translation>从收款到领款人</translation>
    </message>
    <message>
        <source>Why {amount}</source>
        <translation>为什么是 {amount}</translation>
    </message>
    <message>
        <source>Policy “{policy}”. The same cents whenever it is run again.</source>
        <translation>政策“{policy}”。每次重算，分毫不差。</translation>
    </message>
</context>
<context>
    <name>WorkBar</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
    <message>
        <source>, about {seconds} s</source>
        <translation>，约 {seconds} 秒</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
</context>
</TS>
