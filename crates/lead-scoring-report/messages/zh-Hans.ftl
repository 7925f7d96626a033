# Messages in Fluent's syntax. `term-` messages and the sentences at the end are plain text, all others Markdown.

## Everywhere: lists, rates, words that facts carry

list-more = { $first }、{ $second }
list-last = { $first }和{ $second }
rate-with-interval = { $rate }（{ $lower } 至 { $upper }）
term-hot = 热门
term-warm = 温性
term-cool = 冷却
term-cold = 冷门
term-deploy = 可以部署
term-deploy-with-care = 谨慎部署
term-do-not-deploy = 不要部署
term-high = 高
term-medium = 中
term-low = 低
term-firmographic = 企业画像
term-behavioral = 行为
term-engagement = 互动深度
term-intent = 意向
term-number = 数值
term-category = 类别
term-flag = 是/否
term-date = 日期
term-set = 多选
term-identifier = 标识
term-text = 文本
term-certain = 确定
term-suspect = 可疑
term-industry = 行业
term-company-size = 企业规模
term-revenue = 营收
term-lead-source = 线索来源
term-deal-size = 交易规模
term-cycle-length = 销售周期时长
term-loss-reason = 丢单原因
term-number-of-touches = 互动次数
term-stakeholders = 利益相关者

# ---

## Head of the report and executive summary

header-title = 潜在客户评分模型：{ $name }
header-verdict = 结论：{ $verdict }。
header-facts = 模型概况与数据来源：
header-version = 模型版本：
header-built = 构建日期：
header-data-basis = 数据基础：
header-data-basis-text = { $won } 笔赢单交易、{ $lost } 笔丢单交易，{ $period }；{ $refitted ->
    [true] 先预留 { $held_out } 笔检验模型，最终模型基于全部交易
   *[false] 基于其中 { $train } 笔构建，另预留 { $held_out } 笔检验模型
    }
header-period = { $from } 至 { $to }（按 { $column }）
header-no-period = 没有覆盖这些交易的日期列
header-base-rate = 基础转化率：
header-base-rate-text = { $rate }：赢单数量 / 分析的总已结交易数量，括号内为 95 % 置信区间
header-base-rate-none = 没有已结交易，无法计算
header-confidence = 模型置信度：
header-confidence-text = { $level } —— { $because }
header-recalibration = 下次重新校准时间：
header-recalibration-text = { $day }（构建后 90 天）
header-summary = 执行摘要
header-no-model = 这 { $deals } 笔已结交易不足以支撑评分模型。在 { $train } 笔交易上测量了 { $fields } 个字段，没有一个与赢单的关联超出偶然。模型不编造分值：所有线索都没有评分。
header-no-model-advice = 请勿用此模型给线索排序。第一部分说明排除了什么、缺少什么，第二部分列出测量结果；请补录缺失的数据，积累更多已结交易后重新构建。
header-warning = **警告：** { $warning }。
header-not-deployable = **此模型不可用于线索排序**，原因见开头。报告仍列出测量结果，以便评判模型并补齐数据缺口。
header-model = 模型将 { $signals } 个信号的分值相加，得到 { $lowest } 至 { $highest } 分的评分。模型基于 { $train } 笔已结交易构建，其中赢单 { $won } 笔、丢单 { $lost } 笔；每个分值都来自实测的赢单率差异。
header-strongest = 预测赢单的最强单一指标是 **{ $name }**：{ $deals } 笔交易中赢单 { $won } 笔（{ $rate }）{ $compared ->
    [true] ，其余交易为 { $absent }
   *[false] {""}
    }。在未参与划定其界限的交易上，其赢单率为基础转化率的 { $lift } 倍（{ $lower } 至 { $upper }）。
header-worst = 最不利于赢单的指标是 **{ $name }**：{ $deals } 笔交易中赢单 { $won } 笔（{ $rate }）。在未参与划定其界限的交易上，其赢单率为基础转化率的 { $lift } 倍（{ $lower } 至 { $upper }）。
header-tiers = 线索分为四个层级。{ $refitted ->
    [true] 重新拟合前的模型在预留数据集上的赢单率
   *[false] 预留数据集上的赢单率
    }为：{ $rates }；括号内为 95 % 置信区间。
header-tier-rate = { $tier }（{ $deals } 笔）{ $rate }
header-tier-without-deals = { $tier }没有交易，赢单率未知
header-top-two = 热门与温性合计 { $deals } 笔，占 { $all_deals } 笔交易的 { $share_of_leads }；其中赢单 { $won } 笔，占全部 { $all_won } 笔赢单的 { $share_of_wins }{ $gain ->
    [none] {""}
    [sure] ：每跟进一条线索的赢单数是随机挑选的 { $times } 倍
   *[unsure] ：每跟进一条线索的赢单数是随机挑选的 { $times } 倍；但交易太少，可能只是偶然
    }。
header-no-tiers = 评分区分赢单与丢单的能力不足以划分层级，因此不给出层级。
appendix-title = 附录：模型本体
appendix-text = 下面的代码块就是模型。`lead-scoring score` 从本文件或 `model.json` 读取它，得到的评分相同。请勿手工修改：自相矛盾的模型会被拒绝。

# ---

## Section 1: data foundation

data-title = 第一部分：数据基础
data-sources = 1.1 分析的数据源
data-sources-header = | 数据源 | 记录数量 | 时间范围 | 完整率 | 使用的关键字段 |
data-source-name = { $name }（{ $part }）
data-span = { $from } 至 { $to }
data-not-dated = 无日期
data-complete = 所测单元格的 { $share }
data-no-cells = 没有测量单元格
data-other-value = { $value }（{ $rows } 行）
data-empty-cell = 空单元格
data-other-rows = 有 { $rows } 行既非赢单也非丢单，未用于构建：{ $values }{ $more ->
    [0] {""}
   *[other] ，以及另外 { $more } 个取值
    }。
data-measured = { $columns } 列中测量了 { $measured } 列，{ $scored ->
    [0] 没有一列获得分值
   *[other] 其中 { $scored } 列获得分值
    }。完整率按用于构建的交易计算。
data-fields-header = | 列 | 类型 | 完整率 | 不同取值数 | 维度 | 用途 |
data-dimension-given = { $dimension }（指定）
data-use-points = 已测量，分值跨度 { $points } 分{ $combinations ->
    [0] {""}
   *[other] ，另参与 { $combinations } 个组合
    }
data-use-combinations = 已测量，在 { $combinations } 个组合中有分值
data-use-no-points = 已测量，无分值
data-use-not = 未使用：{ $because }
data-no = 否
data-quality = 1.2 数据质量说明
data-suspects = **疑似结果出来之后才记录的字段。** 使用这些字段的模型看起来很准，却无法用于新线索，因此除非指定保留，否则一律排除。若确知某字段在结果之前已经记录，请加上旁边的选项重新构建。
data-suspects-header = | 列 | 嫌疑 | 单独排序能力（AUC） | 证据 | 使用 | 恢复使用的选项 |
data-kept = 是，因为指定保留
data-dates-not-kept = 日期即使保留也不评分
data-no-suspects = 没有字段显示是在结果之后记录的。
data-no-faults = 未发现问题：没有重复行、无法读取的单元格或可疑数值。
data-more-notes = 另有 { $notes } 条说明：见 `audit.json`。
data-limitations = 1.3 已知局限性
data-temporal-option = 若要用未来的交易检验模型，请以 { $option } 重新构建：预留最新的四分之一交易{ $by_row ->
    [true] ，并把文件的行序视为时间顺序
   *[false] {""}
    }。
data-periods = 历史赢单率，由旧到新{ $newest_first ->
    [true] （文件以最新的交易开头）
   *[false] {""}
    }：
data-periods-header = | 起 | 止 | 交易 | 赢单 | 赢单率 |
data-absent = 评分通常需要、但此处没有列名与之对应的字段：
data-absent-header = | 缺失字段 | 缺失的影响 |

# ---

## Section 2: patterns


# ---

## Section 3: model


# ---

## Section 4: tiers


# ---

## Section 5: CRM


# ---

## Section 6: validation


# ---

## Section 7: leads


# ---

## Section 8: runbook


# ---

## The rep guide


# ---

## The page and its charts

page-contents = 目录

# ---

## The dashboards


# ---

## Sentences, audit

audit-excluded-asked = 按您的要求排除
audit-excluded-outcome = 结果本身
audit-excluded-empty = 没有交易有值
audit-excluded-suspect = 可能在结果出来之后才知道
audit-excluded-certain = 结果出来之后才知道
audit-excluded-names-deal = 是交易的编号
audit-excluded-names-row = 是行的编号
audit-excluded-text = 自由文本
audit-excluded-date = 是时刻，而非特征
audit-excluded-constant = 所有交易的值都相同
audit-excluded-few-values = 只有 { $deals } 笔交易有值，少于 { $least } 笔
audit-excluded-many-levels = { $deals } 笔交易有 { $levels } 个不同取值，无法测量
audit-filled-by-outcome = 赢单交易的填写率为 { $won }，丢单交易为 { $lost }。
audit-filled-by-openness = 已结交易的填写率为 { $closed }，未结交易为 { $open }。
audit-recorded-then-not = 只在历史的一段时间内记录，之后停止：期间填写率在 { $lowest } 至 { $highest } 之间。
audit-not-in-the-beginning = 起初没有记录：期间填写率在 { $lowest } 至 { $highest } 之间。
audit-blank-together = 与 { $fields } 在完全相同的交易中为空，似为一并写入。
audit-date-after-close = 在 { $share } 的交易中不早于 `{ $closing }`。
audit-date-last-of-row = 在 { $share } 的交易中是该行最晚的日期。
audit-days-to-close = 在 { $share } 的交易中等于从 `{ $start }` 到 `{ $end }` 的天数。
audit-ranks-alone = 单凭它就能在 { $share } 的配对中把赢单排在丢单之前（AUC { $auc }，交叉拟合）。
audit-pure-values = 几乎只有一种结果的取值或区间覆盖 { $share } 的交易。
audit-value-of-won = { $won } 的赢单交易取值为 { $value }，丢单交易为 { $lost }。
audit-value-of-lost = { $lost } 的丢单交易取值为 { $value }，赢单交易为 { $won }。
audit-name-end = 名称表示交易的结束。
audit-name-process-time = 名称表示销售流程所用的时间或步骤，结束时才能完全知道。
audit-name-outcome = 名称表示结果或阶段。
audit-name-reason = 名称表示结果的原因。
audit-name-judgement = 名称表示随交易推进而修改的判断。
audit-name-closing = 名称表示随成交决定而来的文件或预测。
audit-name-duration = 名称表示持续时间，结束时才知道。
audit-name-index = 名称表示计算出的指数，可能随交易推进而修改。
audit-unreadable = 有 { $cells } 个单元格无法读作{ $kind }，按缺失处理。
audit-unreadable-from = 有 { $cells } 个单元格无法读作{ $kind }（首次出现在第 { $row } 行），按缺失处理。
audit-kind-number = 数值
audit-kind-category = 类别
audit-kind-flag = 是/否
audit-kind-date = 日期
audit-kind-set = 多选
audit-kind-identifier = 标识
audit-kind-text = 文本
audit-merged = 合并了同一取值的不同写法：{ $merges }。
audit-merged-into = { $others } 并入 `{ $kept }`
audit-merged-beside = { $first }；{ $second }
audit-merged-more = { $merges }，另有 { $more } 处
audit-month-assumed = 日期无法判断日在前还是月在前，按月在前处理。
audit-one-value = 所有有值的交易取值都相同。
audit-nearly-one-value = 有值的交易中至少 99 % 取值相同。
audit-code-for-missing = { $deals } 笔交易的 { $value } 与其他取值相距甚远：若表示“未知”，请把它声明为缺失代码。
audit-negative = { $deals } 笔交易为负值，而其他交易几乎没有负值。
audit-extreme-values = { $deals } 笔交易远高于其他交易（超过 { $bound }，中位数为 { $median }）。
audit-before-1900 = { $dates } 个日期早于 1900 年。
audit-far-ahead-dates = { $dates } 个日期比几乎所有其他日期晚五年以上。
audit-fault-of = { $fields }：{ $fault }
audit-repeated-rows = { $rows } 行（{ $share }）与之前的某行完全相同。
audit-nearly-repeated-rows = { $rows } 行（{ $share }）除标识外与之前的某行完全相同。
audit-repeated-names = { $rows } 行的 `{ $field }` 与之前的某行相同。
audit-too-few-deals = { $deals } 笔已结交易（赢单 { $won } 笔，丢单 { $lost } 笔）不足以构建模型：请至少收集 { $least } 笔。
audit-few-deals = { $deals } 笔已结交易（赢单 { $won } 笔，丢单 { $lost } 笔）只能看出强效应；{ $wanted } 笔以上才有正常的置信度。
audit-few-won = { $deals } 笔已结交易（赢单 { $won } 笔，丢单 { $lost } 笔）总数足够，但赢单太少，只能看出强效应。
audit-few-lost = { $deals } 笔已结交易（赢单 { $won } 笔，丢单 { $lost } 笔）总数足够，但丢单太少，只能看出强效应。
audit-enough-deals = { $deals } 笔已结交易（赢单 { $won } 笔，丢单 { $lost } 笔）足以支撑正常的置信度。
audit-deals-with-value = { $deals } 笔交易有值。
audit-thin-levels = { $deals } 笔交易有值；{ $levels } 个取值中有 { $thin } 个不足 { $least } 笔交易。
audit-early-losses-lacking = { $rate } 的交易赢单，若计入所有线索则高得不合理：历史中可能缺少早期丢失的线索。因此评分排序的是销售机会，而非原始线索；若要给原始线索评分，请补充早期放弃的线索。
audit-early-losses-unknown = { $rate } 的交易赢单，属合理水平；数据无法显示是否包含转化为销售机会之前放弃的线索。
audit-closed-only = 模型只基于已结交易：未留记录即被放弃的线索不在其中。
audit-closed-only-some-open = 模型只基于已结交易：未留记录即被放弃的线索以及 { $open } 条未结线索不在其中。
audit-time-too-few = { $deals } 笔交易太少，无法考察随时间的变化。
audit-time-sorted = 各行按结果排序，行序不反映时间；没有日期列，无法考察随时间的变化。
audit-time-found = { $basis }，{ $periods } 个等分时段的赢单率在 { $lowest } 至 { $highest } 之间（最早 { $first }，最近 { $last }；卡方检验 { $p }）。{ $advice }
audit-time-by-date = 按 `{ $column }` 排序
audit-time-by-rows = 按行序（`{ $column }` 随之递增）
audit-time-by-rows-backwards = 按从末行到首行的顺序（`{ $column }` 随之递增）
audit-time-by-rows-unsure = 没有日期列，把行序视为时间顺序
audit-time-hold-out-latest = 请预留最新的交易，而非随机抽样：随机预留会使模型显得更好。
audit-time-differs = 差异超出偶然，但最早与最近的交易之间没有大的变化；随机预留即可。
audit-time-no-change = 这些差异可能出于偶然；随机预留即可。
audit-time-doubt = 赢单率在历史期间发生变化（最早十分之一为 { $first }，最近十分之一为 { $last }），随机预留无法显示这对新线索的影响：请用最新的交易重新检验模型（方法见 1.3 节）。
audit-moment-date = { $date }
audit-moment-none = 无日期
audit-moment-row = 第 { $row } 行
audit-shifts = `{ $field }` 的取值在历史的后半段发生变化（稳定性指数 { $index }）。
audit-shifts-with-filling = `{ $field }` 的取值在历史的后半段发生变化（稳定性指数 { $index }），填写率在 { $lowest } 至 { $highest } 之间。
audit-left-out-certain = 因结果出来之后才知道而排除：{ $fields }。
audit-left-out-suspect = 因可能在结果出来之后才知道（并不确定）而排除：{ $fields }。
audit-filled-unevenly = 请确认 `{ $field }` 的记录时间。{ $evidence }若在结果之后记录，请将其排除（`--exclude`）后重新构建。
audit-state-at-export = { $fields } 反映的是数据导出时的状态，可能晚于结果：若是如此，请将其排除（`--exclude`）后重新构建。
audit-kept-suspect = 按您的指定保留使用，尽管疑似结果出来之后才知道：{ $fields }；准确率会显得虚高。
audit-no-date = 没有日期列，无法确定过去是否与现在相似。
audit-mostly-empty = { $fields } 在不到一半的交易中有值。
audit-values-shift = { $fields } 的取值在历史前后两半之间不同；从中学到的规律未必持久。
audit-rows-repeat = { $rows } 行（{ $share }）除标识外与之前的某行相同；重复录入的交易会重复计数。
audit-not-causes = 历史只显示哪些特征与赢单相伴，不说明因果。
audit-more = 另外 { $count } 个
audit-cost-industry = 模型无法区分行业，而行业往往是匹配度的最强指标。
audit-cost-company-size = 规模不在最优区间的企业与区间内的企业得分相同。
audit-cost-revenue = 购买力只能由其他字段推测。
audit-cost-lead-source = 推荐线索与陌生线索得分相同，也无法评价任何渠道。
audit-cost-deal-size = 层级只计交易笔数，不计金额：大单与小单同等看待。
audit-cost-cycle-length = 不知道成交需要多久，产能只能按数量规划。
audit-cost-loss-reason = 报告无法说明丢单原因，也无法说明每种原因的特征。
audit-cost-touches = 无法用销售与线索的互动次数衡量互动深度。
audit-cost-stakeholders = 单线联系的交易与有采购委员会的交易无法区分。
audit-cost-engagement = 线索的行动（打开、下载、参会、咨询）不影响评分。
audit-cost-intent = 正在采购的线索与只是浏览的线索无法区分。

# ---

## Sentences, lift and fit


# ---

## Sentences, calibration


# ---

## Sentences, validation


# ---

## Sentences, report: header and data

sentences = { $first }{ $second }
names-and-more = { $names } 等，另有 { $more } 个
header-drift-but-latest-held-out = 赢单率在历史期间从 { $first } 变为 { $last }：各项指标来自模型未见过的最新交易
header-drift-and-random-hold-out = 赢单率在历史期间从 { $first } 变为 { $last }：预留数据为随机抽样，因此指标偏乐观；预留最新交易的方法见 1.3 节
header-drift-and-other-hold-out = 赢单率在历史期间从 { $first } 变为 { $last }：预留数据不是最新的交易，因此指标无法反映这对新线索的影响
header-confidence-drift = 赢单率在历史期间从 { $first } 变为 { $last }，而预留数据为随机抽样：指标偏乐观。
header-confidence-verdict = 上述结论使置信度无法更高。
header-confidence-no-signals = 没有字段能超出偶然地区分赢单与丢单。
header-confidence-unmeasured = 排序能力无法测量。
header-confidence-no-interval = AUC 受偶然影响的程度未知。
header-confidence-auc = 在 { $deals } 笔未见过的交易上，AUC 为 { $auc }（95 % 置信区间 { $lower } 至 { $upper }）。
header-confidence-wide-auc = 在 { $deals } 笔未见过的交易上，AUC 为 { $auc }；95 % 置信区间 { $lower } 至 { $upper } 仍较宽。
data-all-learned-from = 全部已结交易，用于构建
data-learned-from = 已结交易，用于构建
data-held-out-for-figures = 已结交易，预留用于第六部分的指标
data-held-out = 已结交易，预留
data-current-leads = 当前线索
data-no-key-fields = 无：模型没有信号
data-see-quality = { $reason }（见 1.2 节）
data-missing-with-points = `{ $field }` 在 { $share } 的交易中缺失；评分卡将缺失单独计分（{ $points }）。
data-missing-without-points = `{ $field }` 在 { $share } 的交易中缺失；缺失值不计分。
data-missing-in-more = 另有 { $fields } 个字段缺失超过 5 %：见上表。
data-loss-reasons-recorded = `{ $field }` 仅在 { $share } 的丢单交易中填写。
data-few-deals-behind = `{ $field }` 有分值，但其部分取值背后的交易很少：{ $levels }。
data-level-of-deals = `{ $level }`（{ $deals } 笔）
data-more-levels = 另外 { $count } 个
data-few-deals-in-more = 另有 { $fields } 个有分值的字段也是如此。
data-exact-figures = { $fields } 的书写精确程度带来分值。请确认精确数字的录入时间：若随报价录入，该字段不应进入模型。
data-latest-were-held-out = 预留的是最新的交易，因此第六部分的指标反映了这对模型的影响。

# ---

## Sentences, report: patterns and model


# ---

## Sentences, report: tiers, CRM, runbook


# ---

## Sentences, report: validation


# ---

## Sentences, report: leads

no-signal-gives-points = 没有信号给分

# ---

## Sentences, report: charts and page


# ---

## Sentences, report: dashboards


# ---
