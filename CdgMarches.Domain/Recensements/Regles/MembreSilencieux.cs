using CdgMarches.Domain.Noyau;

namespace CdgMarches.Domain.Recensements.Regles;

/// <summary>On ne décide d'office que d'un membre dont le délai est écoulé et qui n'a pas répondu.</summary>
public sealed record MembreSilencieux(EtatDeReponse Etat, DateTimeOffset OuverteJusqua, DateTimeOffset Maintenant) : IRegle
{
    public string Code => "C10";

    public string Fondement => "Décision à la clôture";

    public bool EstRespectee => !Etat.EstRepondu() && Maintenant >= OuverteJusqua;

    public string Message =>
        Etat.EstRepondu()
            ? $"Ce membre a répondu ({Etat.Libelle().ToLower(Francais.Culture)}) : il n'y a rien à décider à sa place."
            : "Le délai de ce membre court encore : attendez qu'il soit écoulé pour décider à sa place.";
}
