using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Recensements.Regles;

/// <summary>La consigne tient dans la place qui lui est donnée.</summary>
public sealed record ConsigneDansSaLongueur(string? Consigne) : IRegle
{
    public string Code => "RG5.01";

    public string Fondement => "Objet de la campagne";

    public string? Champ => "consigne";

    public bool EstRespectee => (Consigne?.Trim().Length ?? 0) <= Campagne.LongueurConsigne;

    public string Message =>
        $"La consigne a {Consigne?.Trim().Length} caractères : {Campagne.LongueurConsigne} au plus. Raccourcissez-la, ou joignez une pièce.";
}
