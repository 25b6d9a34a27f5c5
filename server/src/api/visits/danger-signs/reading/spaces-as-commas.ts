/** Ends in the middle of a phrase: 不能 走路, 疼得 打滚. */
const open =
  /[不没无未别勿能会要想得地把被让给和跟与或及在是有就都也还很太又再更最好多从向往对将叫使比像跟因而且但若这那哪每几两半第]$|(?:突然|忽然|一直|一下子|已经|现在|今天|刚才|刚刚|昨天|昨晚|早上|晚上|感觉|觉得|可以|需要|开始|老是|总是)$/;
/** Goes on with a phrase: 叫都叫 不醒, 39 度. */
const goesOn =
  /^(?:不(?:醒|动|了|出|起|上|下|过|住|清|到|着|开|来|去|会|能|停)|[得的了着地]|过(?!敏)|[度岁天周月年个次分秒点片粒颗支瓶盒斤级号楼层毫公小钟多以左右])/;
/**
 * A list of what is denied: 否认发热 胸痛, 没有胸痛 呼吸困难 咳血. Clinicians write 无 and 否认; patients write 没有, and may go on after one word with
 * what they have, so theirs has three members.
 */
const deniedList =
  /(?:(?<!\p{Script=Han})(?:既往)?(?:无|否认|未见)\p{Script=Han}{2,6}(?:[ \u3000]+\p{Script=Han}{2,6})+|没有\p{Script=Han}{2,5}(?:[ \u3000]+\p{Script=Han}{2,4}){2,})(?=[,，。;；]|$)/gu;
const between = /(?<=([\p{Script=Han}\d.]+))[ \u3000]+(?=(\p{Script=Han}[\p{Script=Han}\d.]+))/gu;

/** Replaces a space between two Chinese phrases by a comma, as it is used in messages: 氧78 嘴唇发紫. Spaces between single words stay. */
export function withSpacesAsCommas(text: string): string {
  return text
    .replace(deniedList, (list) => list.replaceAll(/(?<=\p{Script=Han})[ \u3000]+/gu, '、'))
    .replace(between, (space, before: string, after: string) =>
      before.length < 3 || open.test(before) || goesOn.test(after) || /^[\d.]+$/.test(before) ? space : ',',
    );
}
