-- The number of a group.
SELECT id
FROM groups
WHERE scope = $scope ${key}
