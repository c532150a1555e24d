using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>La date limite de réception ne tombe pas avant la fin du délai minimal.</summary>
/// <remarks>RG4.10. Obligatoire en procédure formalisée ; en procédure adaptée, un délai plus court demande un motif.</remarks>
public sealed record DateLimiteApresLeDelaiDeReception(DateTime Limite, DelaiDeReception Delai) : IRegle
{
    public string Code => "RG4.10";

    public string Fondement => Delai.Fondement;

    public Portee Portee => Delai.EstObligatoire ? Portee.Bloque : Portee.Avertit;

    public string? Champ => "limite-jour";

    public bool EstRespectee => Limite >= Delai.PasAvant;

    public string Message => $"La date limite est trop proche : {Delai.Explication}";
}
