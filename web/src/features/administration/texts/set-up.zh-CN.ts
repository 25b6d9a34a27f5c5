import type { Translated } from '../../../core/i18n/message-shape.ts';
import type en from './set-up.en.ts';

export default {
  title: '开院准备清单',
  lead: '接诊第一位患者前需要完成的事项。完成后自动打勾。',
  progress: '必需事项已完成 {done}/{all}',
  ready: '医院已可以接诊。',
  toConfirm: '待您确认的执业证书：{n} 份',
  confirm: '核对执业证书',
  done: '已完成',
  open: '未完成',
  doIt: '去完成',
  view: '查看',
  step: {
    details: { title: '医院联系方式与执业许可', text: '电话、中英文地址和执业许可证号，显示在医院公开页面上。' },
    departments: { title: '科室', text: '患者首先选择科室。' },
    administrators: { title: '第二位管理员', text: '您的手机丢失或外出时，可由其协助处理。' },
    doctors: { title: '医生', text: '至少一位执业证书已确认且在有效期内的医生。' },
    pharmacists: { title: '药师', text: '处方须经药师审核后方可生效。' },
    'safety-rules': {
      title: '安全规则',
      text: '由本院医师和药师核对警示所依据的规则，并签名发布。在此之前，安全检查使用未经本院审核的内置数据。',
    },
    hours: { title: '医生出诊时间', text: '用于预约。未设置时，患者仍可在线候诊。' },
    prices: { title: '价格', text: '患者在申请就诊前可看到费用。' },
    consent: { title: '知情同意书', text: '患者每次就诊前需同意。' },
    brand: { title: '标志与颜色', text: '显示在所有页面和文书上。' },
  },
} satisfies Translated<typeof en>;
