package store_test

import (
	"context"
	"strings"
	"testing"

	"bihuan/internal/store"
	"bihuan/internal/testkit"
)

func TestADatabaseIsOpenedAgain(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		clock := testkit.ClockAt("2026-03-02")
		for range 2 {
			db, err := store.Open(context.Background(), url, clock.Now)
			if err != nil {
				t.Fatal(err)
			}
			if err := db.Close(); err != nil {
				t.Fatal(err)
			}
		}
	})
}

func TestAnOlderProgramRefusesNewerDataNamingBothVersions(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, url string) {
		clock := testkit.ClockAt("2026-03-02")
		db := testkit.Open(t, url, clock)
		write(t, db, func(tx *store.Tx) error {
			_, err := tx.Exec("INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, TRUE)")
			return err
		})
		again, err := store.Open(context.Background(), url, clock.Now)
		if err == nil {
			again.Close()
			t.Fatal("it was opened")
		}
		if !strings.Contains(err.Error(), "9999") || !strings.Contains(err.Error(), "up to") {
			t.Errorf("it says %v", err)
		}
	})
}
