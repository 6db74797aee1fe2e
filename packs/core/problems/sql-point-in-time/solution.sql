-- Columns: id of the label, value, age.
-- Order: id.
SELECT
    label.id,
    feature.value,
    label.at - feature.at AS age
FROM label
LEFT JOIN feature ON feature.id = (
    SELECT earlier.id
    FROM feature AS earlier
    WHERE earlier.entity = label.entity AND earlier.at < label.at
    ORDER BY earlier.at DESC, earlier.id DESC
    LIMIT 1
)
ORDER BY label.id
