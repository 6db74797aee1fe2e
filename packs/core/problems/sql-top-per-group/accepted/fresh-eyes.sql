SELECT team, model, score, place
FROM (
    SELECT team, model, score,
           RANK() OVER (PARTITION BY team ORDER BY score DESC) AS place
    FROM run
    WHERE score IS NOT NULL
)
WHERE place <= 2
ORDER BY team, place, model;
