import type { ErrorTexts } from '../../../core/i18n/message-shape.ts';

/** Errors that only staff, pharmacy and verification pages can meet. */
export default {
  'visit.patient-present': { title: '患者已在候诊室', text: '患者在线，无需叫号，可以直接接诊。' },
  'auth.second-factor-required': {
    title: '需要二次验证',
    text: '操作尚未执行。请输入身份验证器的验证码或使用通行密钥，然后重试。',
  },
  'auth.first-factor-unproven': {
    title: '请先输入验证码',
    text: '首次设置二次验证需要我们发送给您或管理员当面交给您的验证码。未作任何更改。',
  },
  'auth.devices-not-trusted': { title: '未信任此设备', text: '本院要求每次登录都进行二次验证。' },
  'auth.second-factor-refused': {
    title: '二次验证未通过',
    text: '操作尚未执行。每个验证码只能使用一次，请等待下一个验证码后输入。',
  },
  'auth.last-second-factor': {
    title: '这是您最后一种二次验证方式',
    text: '移除后您将无法登录。请先添加另一种，再移除此项。',
  },
  'observation.unusual': {
    title: '该数值不常见',
    text: '尚未保存。请核对数值和单位；如确实无误，可按此保存。',
  },
  'visit.not-in-progress': { title: '就诊未在进行中', text: '没有任何改动。此操作只能在就诊过程中进行。' },
  'visit.colleague-unavailable': {
    title: '该同事目前无法接诊',
    text: '患者仍由您接诊。请选择正在接诊且未暂离的同事。',
  },
  'visit.diagnosis-missing': { title: '缺少主要诊断', text: '就诊仍未结束。请先添加主要诊断。' },
  'visit.first-visit': {
    title: '本次为首诊',
    text: '就诊仍未结束。请以“建议线下就诊”结束，或在“复诊或首诊”中撤回。',
  },
  'visit-basis.not-required': { title: '无需注明', text: '没有保存。本院适用的规则不要求注明复诊或首诊。' },
  'visit-basis.evidence-unusable': {
    title: '该资料不能作为依据',
    text: '没有保存。资料已过期、没有页面或证明的是其他诊断。请选择其他依据，或注明为首诊。',
  },
  'visit-basis.not-opened': { title: '请先查看全部资料', text: '没有保存。请打开每一页病历资料后再注明复诊。' },
  'visit-basis.prescribed': {
    title: '您已在本次就诊中开具处方',
    text: '没有任何改动。处方有效或已发药时，本次就诊须为复诊；尚未发药的，请先作废处方。',
  },
  'visit.note-unsigned': { title: '病历尚未签名', text: '就诊仍未结束。请先完成病历签名。' },
  'note.signed': { title: '病历已签名', text: '内容不能再修改。' },
  'note.incomplete': { title: '病历不完整', text: '已保存为草稿。请补充后再签名。' },
  'note.not-signed': { title: '病历仍是草稿', text: '请直接修改内容，无需补充记录。' },
  'note.snippet-taken': { title: '已有使用此触发词的短语', text: '请换一个触发词。' },
  'note.snippets-full': { title: '短语数量已满', text: '请删除不再使用的短语。' },
  'document.incomplete': { title: '文书不完整', text: '已保存为草稿。请补充标出的内容后再签名。' },
  'document.too-many': { title: '本次就诊的文书已满', text: '已写的内容会保留。' },
  'prescription.empty': { title: '处方中没有药品', text: '尚未签名。请先添加药品。' },
  'prescription.item-invalid': { title: '处方中有一项不正确', text: '尚未签名。请修改标出的项目。' },
  'prescription.issue-unacknowledged': { title: '有警示未处理', text: '尚未签名。请逐条填写忽略理由，或修改该项。' },
  'prescription.issue-not-overridable': { title: '此药品在此情形下禁用', text: '尚未签名。请修改或移除标出的项目。' },
  'prescription.unchecked-unseen': {
    title: '有安全检查刚才未能完成',
    text: '尚未签名。页面已列出未检查的内容，请先阅读，再决定是否签名。',
  },
  'prescription.rule-blocked': { title: '有规定不允许开具此处方', text: '尚未签名。相关规定显示在处方旁。' },
  'prescription.diagnosis-missing': { title: '缺少诊断', text: '尚未签名。请添加此处方对应的诊断。' },
  'prescription.no-credential': { title: '您还没有签名证书', text: '尚未签名，草稿已保留。请联系管理员签发证书。' },
  'signing.key-unavailable': {
    title: '暂时无法连接医院的密钥服务',
    text: '尚未签名，也未作任何更改，您填写的内容已保留。请过几分钟再试。',
  },
  'list.too-many': { title: '24 小时内上传次数过多', text: '未保存任何内容，此前上传的文件不受影响。请明天再试。' },
  'list.not-ready': { title: '该文件尚不能启用', text: '文件仍在读取，或已停止、被拒绝。未作任何更改。' },
  'knowledge.transition-refused': { title: '该决定已有变动', text: '同事已复核、签署或撤回。页面显示当前状态。' },
  'knowledge.decision-open': { title: '该规则有未完成的决定', text: '未保存。请先签署或撤回现有决定。' },
  'knowledge.second-person': { title: '须由另一人完成此步', text: '上一步由您完成。未作任何更改。' },
  'knowledge.unchanged': { title: '没有变化', text: '结果与现有内容相同，未保存。' },
  'knowledge.release-unusable': {
    title: '该发布版无法使用',
    text: '内容与签名不一致，或当前程序版本无法读取。正在使用的规则没有改变。',
  },
  'review.transition-refused': { title: '审核状态已变化', text: '该处方已审核或已作废。页面显示的是最新状态。' },
  'review.assigned-to-another': { title: '同事已在审核此处方', text: '尚未作出决定。请选择其他处方。' },
  'review.own-prescription': { title: '这是您自己开具的处方', text: '须由他人审核。' },
  'review.checklist-incomplete': {
    title: '核对清单尚未完成',
    text: '未作出决定。请先完成四查十对。',
  },
  'review.unchecked-unseen': {
    title: '有安全检查刚才没有结果',
    text: '未作出决定。页面已列出未进行的检查，请先查看，再作决定。',
  },
  'review.nothing-asked': {
    title: '没有待答复的疑问',
    text: '只有审核中的处方可以沟通，由药师先提问。',
  },
  'review.question-open': {
    title: '医生尚未答复您的疑问',
    text: '未作出决定。请等待答复，或填写未等答复即通过的理由。',
  },
  'review.question-answered': { title: '医生已经答复', text: '未作出决定。请先阅读答复，再作决定。' },
  'dispensing.claimed-by-another': {
    title: '已被其他药房接单',
    text: '在此期间其他药房不能发药。患者可请该药房取消接单。',
  },
  'dispensing.used': {
    title: '已经发药',
    text: '该处方药品已全部发出，请勿重复发药。',
  },
  'dispensing.expired': {
    title: '处方已过有效期',
    text: '过期处方不能发药，患者需要新的处方。',
  },
  'dispensing.cancelled': {
    title: '医生已作废处方',
    text: '请勿发药。',
  },
  'dispensing.not-approved': {
    title: '处方尚未通过药师审核',
    text: '审核通过前不得发药。患者页面显示已通过后请再试。',
  },
  'dispensing.altered': {
    title: '与签名内容不符',
    text: '请勿发药，并联系医院。',
  },
  'dispensing.pack-expired': { title: '该药品已过有效期', text: '未发药。请更换有效期内的药品。' },
  'dispensing.quantity-final': {
    title: '数量不能再更正',
    text: '接单已结束。请提交不改数量的更正说明情况，并告知医院。',
  },
  'dispensing.claim-ended': {
    title: '本次接单已结束',
    text: '没有再发出药品。页面显示当前状态。',
  },
  'dispensing.too-much': {
    title: '超过剩余数量',
    text: '没有发出药品。可能已发出一部分，页面显示剩余数量。',
  },
  'dispensing.substitution-refused': {
    title: '不能以此替代',
    text: '没有发出药品。请选择页面列出的药品。',
  },
  'dispensing.cancellation-asked': {
    title: '医生请求作废处方',
    text: '请先答复医生。没有发出药品。',
  },
  'dispensing.no-cancellation': {
    title: '无需答复',
    text: '医生没有请求作废，或您已经答复。',
  },
  'dispensing.pharmacy-withdrawn': {
    title: '该药房已停止在此发药',
    text: '医院已终止其权限，请联系医院。',
  },
  'dispensing.key-refused': {
    title: '密钥不被接受',
    text: '请逐字核对。医院可以生成新的密钥。',
  },
  'prescription.already-dispensed': {
    title: '已经发药',
    text: '药品已全部发出，不能再作废。请联系患者。',
  },
  'verification.unknown': { title: '没有这张处方', text: '医院没有与此码对应的处方，请勿据此发药。' },
  'verification.document-invalid': {
    title: '这不是本院的文件',
    text: '没有保留任何内容。请选择收到的 PDF 或签名记录原件。',
  },
  'staff.last-administrator': {
    title: '这是最后一位管理员',
    text: '没有任何改动。请先将该角色授予他人，再重试。',
  },
  'staff.roles-refused': {
    title: '这些角色不能同时授予',
    text: '没有任何改动。执业人员可以查看病历，管理人员不可以；任何人也不能审核自己的处方。',
  },
  'staff.practitioner-missing': {
    title: '缺少执业信息',
    text: '没有任何改动。执业人员需要职称、执业证号和证书有效期。',
  },
  'staff.not-confirmed': {
    title: '该人员尚未确认',
    text: '没有任何改动。请先确认其执业信息，确认后自动获得角色。',
  },
  'staff.nothing-to-confirm': {
    title: '没有待确认的信息',
    text: '没有任何改动。对方尚未提交信息，或其他管理员已确认或退回。',
  },
  'staff.import-changed': {
    title: '文件需要重新检查',
    text: '没有发送任何邀请。检查之后，文件中有人已加入或已被邀请。请重新选择文件。',
  },
  'department.in-use': {
    title: '该科室正在使用',
    text: '没有删除：有就诊或人员属于该科室。可以改为停用，停用后不再对外提供。',
  },
  'price.in-force': {
    title: '该价目表已经生效',
    text: '没有任何改动：当时的价格已经存档。请发布新的价目表。',
  },
  'consent.incomplete': {
    title: '缺少一种语言',
    text: '没有发布。中文和英文的标题与正文都必须填写。',
  },
  'brand.colour-refused': {
    title: '此颜色不够清晰',
    text: '没有发布。最接近的清晰颜色是 {nearest}。',
  },
  'signing.isolated-copy': {
    title: '恢复副本中不能签名',
    text: '尚未签名，也未作任何更改：此副本带有医院的真实密钥。请使用医院的正式系统。',
  },
} satisfies Partial<ErrorTexts>;
