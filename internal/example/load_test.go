package example_test

import (
	"os"
	"testing"

	"bihuan/internal/example"
)

const folder = "../../examples/city"

func TestCityLoads(t *testing.T) {
	city, err := example.Load(os.DirFS(folder))
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range city.Organisations {
		t.Logf("%s: %+v", o.Key, o.Figures(city.Today))
	}
}
