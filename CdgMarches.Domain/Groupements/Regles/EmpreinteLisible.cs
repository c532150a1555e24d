namespace CdgMarches.Domain.Groupements.Regles;

/// <summary>Une approbation nomme le texte par son empreinte.</summary>
/// <remarks>RG1.34.</remarks>
public sealed record EmpreinteLisible(string Empreinte) : IRegleDeConvention
{
    public string Code => "RG1.34";

    public string Article => "7";

    public string? Champ => "empreinte";

    public bool EstRespectee => Empreinte.Length == 64 && Empreinte.All(char.IsAsciiHexDigit);

    public string Message =>
        "L'empreinte du texte approuvé n'est pas lisible : recopiez ses 64 chiffres et lettres, tels que la délibération les cite.";
}
