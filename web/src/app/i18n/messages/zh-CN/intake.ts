import type { Translated } from '../../message-shape.ts';
import type en from '../en/intake.ts';

export default {
  topic: {
    title: '您想咨询哪方面的问题？',
    lead: '根据您的描述，先回答几个问题供医生参考，也可以选择其他主题。',
    more: '其他主题',
    none: '跳过提问',
    noneHint: '就诊时直接告诉医生。',
  },
  questions: {
    optional: '此题可不填。',
    place: '{form}：第 {n} / {of} 题',
  },
  fault: {
    required: '请回答此题。',
    'too-small': '数值过小，请填写不小于 {min} 的数。',
    'too-large': '数值过大，请填写不大于 {max} 的数。',
    'too-long': '内容过长，请精简。',
    'too-many': '选择过多。',
    ahead: '日期不能晚于今天。',
    invalid: '请检查此项回答。',
  },
  pictures: {
    add: '拍照或选择图片',
    hint: '最多 {n} 张，拍摄地点和时间会被去除。',
    full: '最多只能添加 {n} 张图片。',
    type: '只能添加 JPEG、PNG 或 WebP 图片。',
    name: '图片 {n}',
    open: '放大：{name}',
    failedToLoad: '{name}无法加载，请重试',
    remove: '移除{name}',
    sending: '正在上传图片',
    again: '重试',
    evidence: '诊断资料照片',
    evidenceHint: '病历、检查报告或既往处方有助于医生开药。',
  },
  save: {
    saved: '已保存，可随时在任何设备上继续。',
    saving: '正在保存…',
    away: '网络已断开。回答保存在本设备，恢复后自动上传。',
    refused: '最近的修改未能保存，请重新打开页面。',
    joined: '已合并您在其他设备上的回答。',
  },
  given: {
    title: '诊前问答',
    show: '查看问答',
    hide: '收起问答',
    showName: '查看问答：{name}',
    hideName: '收起问答：{name}',
    blank: '未回答',
    evidence: '既往诊断资料',
  },
} satisfies Translated<typeof en>;
