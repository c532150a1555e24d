using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Procedures.Regles;

/// <summary>La note d'organisation est soumise aux membres, et leur délai de réponse est passé ou tous ont répondu.</summary>
/// <remarks>Convention constitutive, art. 3.1 : la procédure se définit « en accord avec les membres ».</remarks>
public sealed record NoteSoumiseAuxMembres(DateOnly? EnvoyeeLe, DateOnly? ReponseAvant, DateOnly Lancement, int SansReponse)
    : IRegle
{
    public string Code => "RG4.1";

    public string Fondement => "Convention constitutive, art. 3.1";

    public Portee Portee => Portee.Avertit;

    public bool EstRespectee =>
        EnvoyeeLe is not null && (SansReponse == 0 || ReponseAvant is not { } limite || Lancement > limite);

    public string Message =>
        EnvoyeeLe is null
            ? "La note d'organisation n'a pas été soumise aux membres : envoyez-la dans l'onglet Préparation, ou dites dans le motif comment leur accord est acquis."
            : $"{(SansReponse == 1 ? "Un membre n'a" : $"{SansReponse.ToString(Francais.Culture)} membres n'ont")} pas répondu à la note d'organisation, et le délai court jusqu'au {EnClair.Date(ReponseAvant!.Value)} : attendez, ou dites pourquoi vous lancez avant.";
}
