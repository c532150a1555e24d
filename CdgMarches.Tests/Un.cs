namespace CdgMarches.Tests;
public class Un { [Fact] public void Deux() => Assert.Equal(2, 1 + 1); }
