import type { Translated } from '../../../../core/i18n/message-shape.ts';
import type en from './demo-tour.en.ts';

export default {
  title: '操作引导',
  place: '下一步（{n}/{of}）',
  open: '前往',
  before: '上一步',
  next: '下一步',
  end: '结束引导',
  visit: {
    patient: '正在准备就诊',
    patientText: '演示系统会替您回答问题，稍后即可进入候诊室。',
    doctor: '等待患者',
    doctorText: '患者窗口打开后，通话会自动开始。',
    complaint: '每月例行血压复查，感觉良好。',
    diagnosis: '高血压',
  },
  patient: {
    request: '先从演示登录页打开医生窗口，再选择该医生并回答问题，直到进入候诊室。',
    wait: '保持此窗口打开，在医生窗口中接诊该患者。',
    talk: '进行视频交流，也可发送图文消息。药师审核通过后，处方会显示在这里。随后以医生身份结束就诊，并在“就诊”中打开本次就诊。',
    after: '打开处方并下载 PDF。',
    verify: '扫描 PDF 上的二维码，或在公开的验证页面上传 PDF：任何人都可核验真伪。',
  },
  doctor: {
    admit: '接诊候诊中的患者。如无人候诊，请先打开患者窗口并申请就诊。',
    diagnose: '书写病历，并在“诊断”中检索：可试输 gxy 或 tonsilitis。',
    prescribe: '开具阿莫西林：会触发过敏警示。移除后改开其他药品，并签名。',
    complete: '结束就诊，然后打开待办事项。',
    search: '按 Ctrl+K 查找患者或命令。',
  },
  pharmacist: {
    open: '打开列表中最前面的处方。',
    check: '核对各项内容，用数字键 1 至 4 勾选“四查”。',
    decide: '审核通过、注明理由退回，或向医生提问。患者在通话中即可看到结果。',
  },
  dispenser: {
    claim: '用处方 PDF 上的编码领取处方。就诊并审核通过后，患者窗口中会有处方。',
    dispense: '核对身份，填写批号和有效期，然后发药。',
    correct: '打印标签，或注明理由更正发药记录。',
  },
  receptionist: {
    find: '按日期查找患者的预约，或在“之后的全部预约”中按姓名查找。',
    move: '改约或取消，患者会收到消息。',
  },
  'department-head': {
    read: '查看本科室的候诊情况和运营指标，然后从表格中打开一位医生。',
    doctor: '与之前的数据比较。您仍可在“接诊台”中接诊自己的患者。',
  },
  president: {
    read: '查看今天需要关注的事项，然后从表格中打开一个科室。',
    department: '比较该科室的医生，然后打开安全警示。',
    wall: '打开大屏，或下载 PDF 报告。',
  },
  administrator: {
    setUp: '查看新医院在接诊首位患者前还需完成的事项。',
    staff: '邀请一位医生，邀请函在演示信箱中。然后打开审计日志。',
    audit: '查询谁打开过某位患者的病历，并验证记录未被更改。',
  },
} satisfies Translated<typeof en>;
