using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Commissions.Regles;

/// <summary>Qui s'écarte de la compétence que les textes donnent à la commission dit pourquoi ; le procès-verbal le reprend.</summary>
/// <remarks>RG2.01, RG2.40. La compétence se déduit de la procédure, des seuils et du marché ; l'agent peut en savoir plus.</remarks>
public sealed record AutreSaisineMotivee(NatureDuPoint Proposee, NatureDuPoint Choisie, string? Motif) : IRegle
{
    public string Code =>
        Proposee is NatureDuPoint.AvisSurAvenant || Choisie is NatureDuPoint.AvisSurAvenant ? "RG2.40" : "RG2.01";

    public string Fondement => Code == "RG2.40" ? "CGCT, art. L1414-4" : "CGCT, art. L1414-2";

    public string? Champ => "motif-saisine";

    public bool EstRespectee =>
        Proposee == Choisie || Motif is { Length: > 0 and <= PointDOrdreDuJour.LongueurDeLaCompetence / 2 };

    public string Message =>
        $"Les textes proposent « {Proposee.Libelle().ToLower(Francais.Culture)} » : dites pourquoi vous retenez « {Choisie.Libelle().ToLower(Francais.Culture)} », en {(PointDOrdreDuJour.LongueurDeLaCompetence / 2).ToString(Francais.Culture)} caractères au plus.";
}
